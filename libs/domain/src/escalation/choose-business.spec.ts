import { chooseBusiness, type Business } from './choose-business.js';
import type { Answerable } from './choose-incident.js';

const incident = (code: string, changes: Partial<Answerable> = {}): Answerable => ({
  id: `id-${code}`,
  code,
  state: 'alerting',
  acceptedBy: null,
  watchdogAskedAt: null,
  watchdogAt: null,
  ...changes,
});
const metro = (...open: Answerable[]): Business<string> => ({
  accountId: 'metro',
  accountName: 'Metro Plumbing',
  senderId: 'mike',
  language: 'en',
  open,
});
const apex = (...open: Answerable[]): Business<string> => ({
  accountId: 'apex',
  accountName: 'Apex Air & Plumbing',
  senderId: 'mike-too',
  language: 'en',
  open,
});
const mine = { state: 'accepted', acceptedBy: 'mike' } as const;

describe('a technician of two contractors answers the sender they share (A29)', () => {
  it.each([
    ['1', [metro(incident('7K')), apex()], 'metro: 1'],
    ['1', [metro(), apex(incident('4H'))], 'apex: 1'],
    ['1', [metro(incident('7K')), apex(incident('4H'))], 'which 7K Metro Plumbing, 4H Apex Air & Plumbing'],
    ['7k 1', [metro(incident('7K')), apex(incident('4H'))], 'metro: 7k 1'],
    ['7K 1', [metro(incident('7K')), apex(incident('7K'))], 'which 7K Metro Plumbing, 7K Apex Air & Plumbing'],
    ['7K Metro 1', [metro(incident('7K')), apex(incident('7K'))], 'metro: 7K 1'],
    ['apex on my way', [metro(incident('7K')), apex(incident('4H'))], 'apex: on my way'],
    ['plumbing 1', [metro(incident('7K')), apex(incident('4H'))], 'which 7K Metro Plumbing, 4H Apex Air & Plumbing'],
    ['ALL', [metro(incident('7K')), apex(incident('4H'))], 'metro,apex: ALL'],
    ['STOP', [metro(incident('7K')), apex()], 'metro,apex: STOP'],
    ['START', [metro(), apex()], 'metro,apex: START'],
    ['Liked “[7K] EMERGENCY”', [metro(incident('7K')), apex(incident('4H'))], 'metro,apex: Liked “[7K] EMERGENCY”'],
    ['who', [metro(incident('7K')), apex(incident('4H'))], 'metro: who'],
    [
      'done 900',
      [metro(incident('7K', mine)), apex(incident('4H'))],
      'which 7K Metro Plumbing, 4H Apex Air & Plumbing',
    ],
    ['done 900', [metro(incident('7K', mine)), apex()], 'metro: done 900'],
    ['1', [metro(incident('7K', { state: 'accepted', acceptedBy: 'dana' })), apex()], 'metro: 1'],
    ['1', [metro(), apex()], 'metro: 1'],
    ['9P 1', [metro(incident('7K')), apex()], 'metro: 9P 1'],
    ['hmm', [metro(incident('7K')), apex(incident('4H'))], 'which 7K Metro Plumbing, 4H Apex Air & Plumbing'],
  ] as const)('"%s" with %j means %s', (said, businesses, expected) => {
    const chosen = chooseBusiness(said, businesses);
    const told =
      chosen.kind === 'these'
        ? `${chosen.accountIds.join(',')}: ${chosen.words}`
        : `which ${chosen.entries.map(({ code, accountName }) => `${code} ${accountName}`).join(', ')}`;
    expect(told).toBe(expected);
  });
});
