import { overlap } from '../days.ts';
import { statesOf } from '../signature.ts';
import { listed, when } from '../wording.ts';
import { between, type Detector, mentionsOf, reading, spansOf } from './ground.ts';

/** What one tells and another denies. */
export const denials: Detector = ({ told }) =>
  told
    .filter(({ event }) => event.status === 'denied')
    .flatMap((denied) => {
      const states = statesOf(denied.event.actors);
      const claimed = told.find(
        ({ event }) =>
          event.status === 'reported' &&
          event.type === denied.event.type &&
          statesOf(event.actors).join() === states.join() &&
          overlap(denied.event.date, event.date),
      );
      if (claimed === undefined) return [];
      return between(
        `Rival claims about what ${listed(states)} did ${when(claimed.event.date)}`,
        [
          reading('reported', spansOf(mentionsOf(claimed))),
          reading(
            `denied${denied.event.attribution === undefined ? '' : ` by ${denied.event.attribution}`}`,
            spansOf(mentionsOf(denied)),
          ),
        ],
        'Told as reported, with its owner; left open.',
      );
    });
