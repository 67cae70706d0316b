import type { FastifyInstance } from 'fastify';
import { numberField, textField } from '../http-bodies.js';
import type { StandIn, World } from '../world.js';
import { comingThursday, NightClock } from './night-clock.js';
import { PRD_NIGHT } from './night-script.js';
import { playNight, type NightEvent } from './player.js';
import { SimPhones } from './sim-phones.js';

const USUAL_SPEED = 20;
const FASTEST = 1000;

interface NightState {
  status: 'idle' | 'playing' | 'done' | 'failed';
  speed: number;
  /** The evening, as a date in the account's zone. */
  date: string | null;
  events: NightEvent[];
  error: string | null;
}

const IDLE: NightState = { status: 'idle', speed: USUAL_SPEED, date: null, events: [], error: null };

/** `/sim/overnight`: plays PRD §13 against the running product, for the page's button and for `npm run overnight`. */
export function createOvernight(world: World): StandIn {
  const stage = new Stage(world);
  return {
    register(app) {
      app.get('/sim/overnight', () => stage.state);
      app.post('/sim/overnight/play', (request, reply) => {
        if (stage.state.status === 'playing') return reply.code(409).send({ message: 'The night is being played' });
        const speed = numberField(request.body, 'speed') ?? USUAL_SPEED;
        const date = textField(request.body, 'date') ?? comingThursday(world.clock.date(), PRD_NIGHT.zone);
        const complaint = complaintAbout(speed, date);
        if (complaint) return reply.code(400).send({ message: complaint });
        void stage.play(app, speed, date);
        return reply.code(202).send(stage.state);
      });
    },
    reset() {
      stage.state = IDLE;
    },
  };
}

class Stage {
  state = IDLE;

  constructor(private readonly world: World) {}

  async play(app: FastifyInstance, speed: number, date: string): Promise<void> {
    const night: NightState = { status: 'playing', speed, date, events: [], error: null };
    this.state = night;
    const clock = new NightClock(this.world, speed, PRD_NIGHT.zone, date);
    const tell = (event: NightEvent) => note(this.world, night, event);
    try {
      await playNight(PRD_NIGHT, { world: this.world, phones: new SimPhones(app), clock, tell });
      night.status = 'done';
    } catch (error) {
      night.status = 'failed';
      night.error = String(error);
      this.world.log.error('overnight', String(error));
    }
  }
}

function complaintAbout(speed: number, date: string): string | undefined {
  if (!(speed > 0 && speed <= FASTEST)) return `speed must be above 0 and at most ${FASTEST}`;
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? undefined : 'date must be YYYY-MM-DD';
}

function note(world: World, night: NightState, event: NightEvent): void {
  night.events.push(event);
  world.log.event('overnight', `${event.local} ${event.what}`, { ...event });
}
