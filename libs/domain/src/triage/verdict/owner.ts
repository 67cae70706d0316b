import { OWNERS, ownerShares } from '../model/owner.js';
import type { ServiceType } from '../triage.types.js';
import type { Call } from './call.js';
import type { Judgement } from './judgement.js';
import { isOnlyAskedAfter, serviceTypeOf } from './service-type.js';

/** So much likelier is the owner whom the rules name, as a logarithm; found on files that neither half was taught. */
const RULED = 1;
/** No owner is less likely than this: the rules may have heard what no lesson told of. */
const LEAST = 1e-4;

/** The trade that owns the problem, by the rules and by what was learned of whose matter such words are. */
export function ownerOf(call: Call, judgement: Judgement): ServiceType {
  const ruled = serviceTypeOf(call, judgement);
  if (judgement.topic === 'wrongNumber' || isOnlyAskedAfter(call, judgement)) return ruled;
  const shares = ownerShares(callerLeanings(call));
  const weighed = OWNERS.map((owner, at) => Math.log(LEAST + (shares[at] ?? 0)) + (owner === ruled ? RULED : 0));
  return OWNERS[weighed.indexOf(Math.max(...weighed))] ?? ruled;
}

const callerLeanings = ({ turns, readings }: Call) =>
  readings.filter((_reading, at) => turns[at]?.role === 'caller').map(({ owner }) => owner);
