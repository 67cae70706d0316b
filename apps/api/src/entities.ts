/** Every TypeORM entity of the program. */
export const ENTITIES: (new () => object)[] = [];
