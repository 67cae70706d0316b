import fc, { type AsyncCommand } from 'fast-check';
import type { ModelEmergency, ModelNight } from './ladder-model.js';

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
const isOpen = ({ takenBy }: ModelEmergency) => takenBy === null;
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
const wait = (seconds: number) =>
  command(`${seconds} s pass unnoticed`, always, async (night) => {
    // Downtime holds texts up, and what is caught up comes in one go.
    if (seconds > 60) night.isDisturbed = true;
    await night.app.clock.advance(seconds);
  });
const pass = (seconds: number) => command(`${seconds} s pass`, always, (night) => night.app.pass(seconds, 60));

const accept = (who: number, nth: number) =>
  command(
    `person ${who} takes emergency ${nth} by its code`,
    (night) => wasTold(night, who, nth),
    (night) => answers(night, who, nth, (code) => `${code} 1`),
  );

const acceptInWords = (who: number) =>
  command(
    `person ${who} says "on it"`,
    (night) => wasTold(night, who, 0) && night.emergencies.length === 1,
    (night) => answers(night, who, 0, () => 'on it'),
  );

/** The first answer of somebody who was told takes it; the second changes nothing. */
async function answers(night: ModelNight, who: number, nth: number, words: (code: string) => string): Promise<void> {
  const [phone, emergency] = [night.staff[who] ?? '', night.emergencies[nth]];
  if (!emergency) return;
  const isFirst = isOpen(emergency) && !(await isLost(night, emergency));
  await night.world.replies(phone, words(emergency.code));
  if (!isFirst) return;
  emergency.takenBy = phone;
  emergency.quietAfter = night.log.length;
}

/** Its ladder has ended without anybody; it can still be taken. */
const isLost = async (night: ModelNight, { incidentId }: ModelEmergency): Promise<boolean> =>
  ['resolved', 'false_alarm', 'merged'].includes((await night.world.incident(incidentId)).state);

const decline = (who: number, nth: number) =>
  command(
    `person ${who} passes on emergency ${nth}`,
    (night) => wasTold(night, who, nth) && isOpen(night.emergencies[nth] as ModelEmergency),
    async (night) => {
      night.isDisturbed = true;
      const emergency = night.emergencies[nth] as ModelEmergency;
      emergency.passed.add(night.staff[who] ?? '');
      await night.world.replies(night.staff[who] ?? '', `${emergency.code} 2`);
    },
  );

function wasTold(night: ModelNight, who: number, nth: number): boolean {
  const emergency = night.emergencies[nth];
  return emergency !== undefined && night.told(night.staff[who] ?? '', emergency).length > 0;
}

const swap = command('primary and backup swap', always, async (night) => {
  night.isDisturbed = true;
  await night.app.db.everything(
    `update on_call_rosters set primary_contact_id = backup_contact_id, backup_contact_id = primary_contact_id where account_id = $1`,
    [night.account.accountId],
  );
});

const crash = (when: 'before' | 'after') =>
  command(`the next worker dies ${when} its text is taken`, always, async (night) => {
    night.isDisturbed = true;
    night.crash = when;
    await night.app.settle();
    await night.world.workerDies();
  });

const outage = (isOut: boolean) =>
  command(isOut ? 'the provider goes down' : 'the provider is back', always, async (night) => {
    night.isDisturbed = true;
    night.isOut = isOut;
  });

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
    async (night) => {
      night.isDisturbed = true;
      await night.world.legEnds(night.staff[who] ?? '', 'no-answer');
    },
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
