import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { collectDefaultMetrics, Registry, Gauge } from 'prom-client';
import { isEngineOutdated } from '../alarms/alarm.queries.js';
import { Public } from '../http/public.decorators.js';
import { PlatformDb } from '../tenancy/platform-db.js';

/** Prometheus. No account, number or call ever becomes a label. */
@Public()
@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  private readonly registry = new Registry();

  constructor(private readonly db: PlatformDb) {
    collectDefaultMetrics({ register: this.registry });
    this.addOverdueAlarms();
    this.addOutdatedEngine();
  }

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4')
  read(): Promise<string> {
    return this.registry.metrics();
  }

  /** The one number to page the operator on: emergencies whose next step is late. */
  private addOverdueAlarms(): void {
    const { db } = this;
    new Gauge({
      name: 'nightdesk_alarms_overdue',
      help: 'Alarms due for more than 10 seconds, by kind',
      labelNames: ['kind'],
      registers: [this.registry],
      async collect() {
        this.reset();
        const rows = await db.query<{ kind: string; late: number }>(
          `select kind, count(*)::int as late from routing.alarms where due_at < app_now() - interval '10 seconds' group by kind`,
        );
        for (const { kind, late } of rows) this.set({ kind }, late);
      },
    });
  }

  /** Workers serve no address of their own; that all of them are too old is told here before anything is overdue. */
  private addOutdatedEngine(): void {
    const { db } = this;
    new Gauge({
      name: 'nightdesk_engine_outdated',
      help: "1 while every worker is older than the database's engine version, so that nothing rings",
      registers: [this.registry],
      async collect() {
        this.set((await isEngineOutdated(db)) ? 1 : 0);
      },
    });
  }
}
