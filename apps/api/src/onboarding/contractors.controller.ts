import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { newId } from '@platform/tenancy/new-id';
import { CanInAgency } from '../identity/can.decorators.js';
import { CurrentAgencyAdminOf } from '../identity/current.decorators.js';
import type { CurrentAgencyAdmin } from '../identity/identity.types.js';
import { ContractorImportsService } from './contractor-imports.service.js';
import { readContractorList } from './contractor-list.js';
import {
  AddContractor,
  AddedContractorView,
  ContractorList,
  ContractorView,
  draftOf,
  ImportView,
  ListPreviewView,
  toContractorView,
  toImportView,
  toListPreviewView,
} from './contractors.dto.js';
import { ContractorsService } from './contractors.service.js';
import { NewContractorsService } from './new-contractors.service.js';

@ApiTags('Agency')
@ApiParam({ name: 'agencyId', format: 'uuid' })
@Controller('api/v1/agencies/:agencyId')
export class ContractorsController {
  constructor(
    private readonly contractors: ContractorsService,
    private readonly newContractors: NewContractorsService,
    private readonly imports: ContractorImportsService,
  ) {}

  /** Everybody the agency looks after, worst first: counts and health, nothing of what callers said. */
  @Get('contractors')
  @CanInAgency('contractors.read')
  @ApiOkResponse({ type: [ContractorView] })
  async listContractors(@CurrentAgencyAdminOf() { agencyId }: CurrentAgencyAdmin): Promise<ContractorView[]> {
    return (await this.contractors.list(agencyId)).map(toContractorView);
  }

  @Post('contractors')
  @CanInAgency('contractors.create')
  @ApiCreatedResponse({ type: AddedContractorView })
  async addContractor(
    @CurrentAgencyAdminOf() admin: CurrentAgencyAdmin,
    @Body() body: AddContractor,
  ): Promise<AddedContractorView> {
    return { accountId: await this.newContractors.addOnce(admin, body.requestId ?? newId(), draftOf(body)) };
  }

  /** What a list would add, and what is wrong with the rest. Nothing is kept. */
  @Post('contractor-imports/preview')
  @HttpCode(200)
  @CanInAgency('contractors.create')
  @ApiOkResponse({ type: ListPreviewView })
  previewContractors(@Body() { csv }: ContractorList): ListPreviewView {
    return toListPreviewView(readContractorList(csv));
  }

  /** Adds the good rows in the background, and reports the broken ones. */
  @Post('contractor-imports')
  @CanInAgency('contractors.create')
  @ApiCreatedResponse({ type: ImportView })
  async importContractors(
    @CurrentAgencyAdminOf() admin: CurrentAgencyAdmin,
    @Body() { csv }: ContractorList,
  ): Promise<ImportView> {
    return toImportView(await this.imports.start(admin, csv));
  }

  @Get('contractor-imports/:importId')
  @CanInAgency('contractors.read')
  @ApiOkResponse({ type: ImportView })
  async showImport(
    @CurrentAgencyAdminOf() { agencyId }: CurrentAgencyAdmin,
    @Param('importId', ParseUUIDPipe) importId: string,
  ): Promise<ImportView> {
    return toImportView(await this.imports.show(agencyId, importId));
  }

  /** Shuts its people out. Its phone is still answered, and emergencies that run go on. */
  @Post('contractors/:contractorId/suspend')
  @HttpCode(204)
  @CanInAgency('contractors.suspend')
  @ApiNoContentResponse()
  suspendContractor(
    @CurrentAgencyAdminOf() admin: CurrentAgencyAdmin,
    @Param('contractorId', ParseUUIDPipe) contractorId: string,
  ): Promise<void> {
    return this.contractors.setStatus(admin, contractorId, 'suspended');
  }

  @Post('contractors/:contractorId/reactivate')
  @HttpCode(204)
  @CanInAgency('contractors.suspend')
  @ApiNoContentResponse()
  reactivateContractor(
    @CurrentAgencyAdminOf() admin: CurrentAgencyAdmin,
    @Param('contractorId', ParseUUIDPipe) contractorId: string,
  ): Promise<void> {
    return this.contractors.setStatus(admin, contractorId, 'active');
  }
}
