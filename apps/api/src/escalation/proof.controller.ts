import type { AccountId } from '@domain/ids';
import { Controller, Get, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Can } from '../identity/can.decorators.js';
import { CurrentAccount } from '../identity/current.decorators.js';
import { IncidentProof } from './proof.dto.js';
import { ProofService } from './proof.service.js';

@ApiTags('Incidents')
@Controller('api/v1/accounts/:accountId/incidents/:incidentId')
export class ProofController {
  constructor(private readonly proofs: ProofService) {}

  @Get('proof.json')
  @Can('incidents.read')
  @ApiOkResponse({ type: IncidentProof })
  getIncidentProof(
    @CurrentAccount() accountId: AccountId,
    @Param('incidentId', ParseUUIDPipe) incidentId: string,
  ): Promise<IncidentProof> {
    return this.proofs.json(accountId, incidentId);
  }

  @Get('proof.pdf')
  @Can('incidents.read')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async getIncidentProofPdf(
    @CurrentAccount() accountId: AccountId,
    @Param('incidentId', ParseUUIDPipe) incidentId: string,
  ): Promise<StreamableFile> {
    const bytes = await this.proofs.pdf(accountId, incidentId);
    const disposition = `attachment; filename="emergency-${incidentId}.pdf"`;
    return new StreamableFile(bytes, { type: 'application/pdf', disposition });
  }
}
