import { Controller, Get, HttpCode, ServiceUnavailableException } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../http/public.decorators.js';
import { PlatformDb } from '../tenancy/platform-db.js';

/** For the load balancer. Providers are not asked: their outage must not take our own service away. */
@Public()
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(private readonly db: PlatformDb) {}

  @Get('livez')
  @HttpCode(200)
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('readyz')
  @HttpCode(200)
  async ready(): Promise<{ status: 'ok' }> {
    await this.db.query('select 1').catch(() => {
      throw new ServiceUnavailableException('The database does not answer');
    });
    return { status: 'ok' };
  }
}
