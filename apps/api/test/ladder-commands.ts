import fc, { type AsyncCommand } from 'fast-check';
import type { ModelNight } from './ladder-model.js';

/** The model and the program live in one world: the commands change both, the invariants hold them together. */
type Command = AsyncCommand<ModelNight, ModelNight>;

const MOST_OPEN = 2;

/** What anybody can do to a ladder, told as a short sentence so that a shrunk failure reads as a story. */
function command(
  told: string,
  mayRun: (night: ModelNight) => boolean,
  run: (night: ModelNight) => Promise<void>,
): Command {
  return {
    check: (night) => mayRun(night as ModelNight),
    run: async (night) => {
      await run(night);
      night.checkInvariants();
    },
    toString: () => told,
  };
}

const always = () => true;
const person = fc.constantFrom(0, 1, 2);
const which = fc.constantFrom(0, 1);

const open = command(
  'somebody calls',
  (night) => night.emergencies.length < MOST_OPEN,
  (night) => night.opens(),
);

const redeliver = command(
  'the call is reported again',
  (night) => night.emergencies.length > 0,
  async (night) => {
    const [known] = night.emergencies;
    const again = await night.world.emergency({ callId: known?.callId ?? '', callerPhone: known?.caller ?? '' });
    if (again.incidentId !== known?.incidentId) throw new Error('the same call opened two emergencies');
  },
);

const tick = command('a worker sweeps', always, (night) => night.app.settle());
const wait = (seconds: number) => command(`${seconds} s pass unnoticed`, always, (night) => night.standsStill(seconds));
const pass = (seconds: number) => command(`${seconds} s pass`, always, (night) => night.app.pass(seconds, 60));

/** The first answer of somebody who was told takes it; a later one changes nothing. */
const accept = (who: number, nth: number) =>
  command(
    `person ${who} takes emergency ${nth} by its code`,
    (night) => night.wasTold(who, nth),
    (night) => night.answer(who, nth, { words: `${night.emergencies[nth]?.code} 1`, meaning: 'take' }),
  );

const acceptInWords = (who: number) =>
  command(
    `person ${who} says "on it"`,
    (night) => night.wasTold(who, 0) && night.emergencies.length === 1,
    (night) => night.answer(who, 0, { words: 'on it', meaning: 'take' }),
  );

const decline = (who: number, nth: number) =>
  command(
    `person ${who} passes on emergency ${nth}`,
    (night) => night.wasTold(who, nth) && night.emergencies[nth]?.isTaken === false,
    (night) => night.answer(who, nth, { words: `${night.emergencies[nth]?.code} 2`, meaning: 'pass' }),
  );

const swap = command('primary and backup swap', always, (night) => night.swaps());

const crash = (when: 'before' | 'after') =>
  command(`the next worker dies ${when} its text is taken`, always, (night) => night.workerDies(when));

const outage = (isOut: boolean) =>
  command(isOut ? 'the provider goes down' : 'the provider is back', always, async (night) => night.outage(isOut));

/** Twice, late, or never: a receipt comes as often as the command is drawn. */
const receipt = (who: number) =>
  command(
    `person ${who}'s newest text is reported delivered`,
    (night) => night.app.telephony.texts.some(({ to }) => to === night.staff[who]),
    (night) => night.world.receipt(night.staff[who] ?? '', 'delivered'),
  );

const noAnswer = (who: number) =>
  command(
    `person ${who}'s phone is not answered`,
    (night) => night.app.telephony.calls.some(({ to }) => to === night.staff[who]),
    (night) => night.noAnswer(who),
  );

export const COMMANDS = [
  fc.constant(open),
  fc.constant(open),
  fc.constant(redeliver),
  fc.constant(tick),
  fc.constantFrom(30, 300, 900).map(wait),
  fc.constantFrom(30, 60, 300, 900).map(pass),
  fc.tuple(person, which).map(([who, nth]) => accept(who, nth)),
  person.map(acceptInWords),
  fc.tuple(person, which).map(([who, nth]) => decline(who, nth)),
  fc.constant(swap),
  fc.constantFrom('before' as const, 'after' as const).map(crash),
  fc.boolean().map(outage),
  person.map(receipt),
  person.map(noAnswer),
];
