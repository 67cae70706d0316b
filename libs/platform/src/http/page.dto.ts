import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export class PageQuery {
  /** How many, 1 to 100. */
  @Type(() => Number) @IsInt() @Min(1) @Max(100) limit: number = 50;
  /** The `nextCursor` of the page before. */
  @IsOptional() @IsString() @MaxLength(400) after?: string;
}
