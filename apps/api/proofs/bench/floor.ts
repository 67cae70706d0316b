import 'reflect-metadata';
import { Controller, Inject, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { readProcessEnv } from '@platform/env/env';
import { newId } from '@platform/tenancy/new-id';
import { Pool } from 'pg';

const POOL = Symbol('pool');

/** What any durable webhook must cost here: Nest on Fastify, one transaction with a tenant setting, one read, one row. */
@Controller()
class Floor {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  @Post('floor')
  async write(): Promise<{ ok: true }> {
    const client = await this.pool.connect();
    await client.query('begin');
    await client.query(`select set_config('app.account_id', $1, true)`, ['00000000-0000-7000-8000-000000000000']);
    await client.query('select version from after_hours_configs limit 1');
    await client.query(`insert into routing.stray_calls (call_sid, to_number) values ($1, 'floor')`, [newId()]);
    await client.query('commit');
    client.release();
    return { ok: true };
  }
}

const env = readProcessEnv();

@Module({
  controllers: [Floor],
  providers: [{ provide: POOL, useValue: new Pool({ connectionString: env.DATABASE_URL, max: 20 }) }],
})
class FloorModule {}

const app = await NestFactory.create(FloorModule, new FastifyAdapter(), { logger: false });
await app.listen(env.PORT, '127.0.0.1');
