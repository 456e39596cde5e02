import type { Report } from '../archive-of.ts';

/** A crisis between two states, invented from end to end. */
export const crisis: readonly Report[] = [
  {
    id: 'harbour-1',
    outlet: 'Harbour Sheet',
    publishedAt: '2031-05-06',
    text: 'Ethiopia launched missile attacks on military bases in Eritrea on Monday. The government in Asmara condemned the Ethiopian strikes.',
  },
  {
    id: 'lantern-1',
    outlet: 'Hill Lantern',
    publishedAt: '2031-05-07',
    text: 'Eritrea fired missiles at an airbase inside Ethiopia on Tuesday, killing 12 people. Eritrea recalled its ambassador from Addis Ababa on Wednesday.',
  },
  {
    id: 'harbour-2',
    outlet: 'Harbour Sheet',
    publishedAt: '2031-05-08',
    text: 'Kenya offered on Thursday to mediate between Ethiopia and Eritrea. The African Union appealed to both countries for restraint on Thursday.',
  },
  {
    id: 'lantern-2',
    outlet: 'Hill Lantern',
    publishedAt: '2031-05-10',
    text: 'The foreign ministers of Ethiopia and Eritrea spoke by telephone on Saturday. Ethiopia and Eritrea agreed to de-escalate on Saturday, the Ethiopian foreign ministry said.',
  },
];
