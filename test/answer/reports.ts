import type { Report } from '../archive-of.ts';

/** A quarrel about a strait, invented from end to end, told by two papers that do not agree on everything. */
export const strait: readonly Report[] = [
  {
    id: 'pilot-1',
    outlet: 'Strait Pilot',
    publishedAt: '2031-03-03',
    text: 'Chile seized the Peruvian trawler Santa Rosa on Sunday, killing two fishermen. Peru condemned the seizure on Monday. Foreign Minister Elena Quispe of Peru said: "We will not be pushed out of our own sea." The survey ship Almirante was chartered by Andes Geophysical.',
  },
  {
    id: 'beacon-1',
    outlet: 'Southern Beacon',
    publishedAt: '2031-03-04',
    text: 'Peru recalled its ambassador from Santiago on Tuesday. Peruvian officials put the death toll of the seizure at four. The European Union appealed for restraint on Tuesday. Brazil urged both sides to talk.',
  },
  {
    id: 'pilot-2',
    outlet: 'Strait Pilot',
    publishedAt: '2031-03-07',
    text: 'Chile suspended imports of Peruvian fruit on Friday because Peru had closed its ports to Chilean ships. Chilean Foreign Minister Andrés Fuentes denied that the navy had fired first. "Our crews acted in self-defence," Fuentes said.',
  },
  {
    id: 'beacon-2',
    outlet: 'Southern Beacon',
    publishedAt: '2031-03-12',
    text: 'Argentina offered to mediate between Chile and Peru on Wednesday. Chile released the crew of the Santa Rosa on Wednesday. The foreign ministers of Chile and Peru will meet in Montevideo on 20 March.',
  },
];
