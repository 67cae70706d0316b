/** The only source of "now" outside the database. Domain functions take time as an argument (style, rule 4). */
export abstract class Clock {
  /** The current instant; on a scaled or moved clock the same one the database's app_now() gives. */
  abstract now(): Date;
}
