import { listed, when } from '../wording.ts';
import { between, type Detector, mentionsOf, reading, spansOf } from './ground.ts';

/** Reports of one act that give different numbers of deaths. */
export const tolls: Detector = ({ told }) =>
  told
    .filter(({ event }) => event.tolls.length > 1 && event.status === 'reported')
    .flatMap((one) => {
      const numbers = one.event.tolls;
      return between(
        `How many died in what ${listed(one.event.actors)} did ${when(one.event.date)}?`,
        numbers.map((deaths) =>
          reading(
            `${deaths} ${deaths === 1 ? 'death' : 'deaths'}`,
            spansOf(mentionsOf(one).filter(({ toll }) => toll === deaths)),
          ),
        ),
        'Each number is given with its report; none is taken.',
      );
    });
