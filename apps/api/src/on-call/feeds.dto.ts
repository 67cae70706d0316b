import { ApiProperty } from '@nestjs/swagger';

export class FeedView {
  id!: string;
  /** Null: everybody's shifts. */
  @ApiProperty({ type: String, nullable: true }) contactId!: string | null;
  createdAt!: Date;
}

export class NewFeedView extends FeedView {
  /** Shown this once. Whoever has it can read the plan. */
  url!: string;
}
