export class RingGroupView {
  id!: string;
  name!: string;
  /** In the order they are rung. */
  contactIds!: string[];
}
