import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Env } from '@platform/env/env';
import { PlatformModule } from '@platform/platform.module';
import { applicationDatabase } from '@platform/tenancy/data-source-options';
import { ENTITIES } from './entities.js';

/** The application's one pool, reached only through AccountDb and PlatformDb. */
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      imports: [PlatformModule],
      inject: [Env],
      useFactory: (env: Env) => applicationDatabase(env.DATABASE_URL, ENTITIES, 'nightdesk'),
    }),
  ],
})
export class DatabaseModule {}
