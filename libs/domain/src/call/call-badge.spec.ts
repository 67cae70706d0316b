import { callBadge, type BadgeFacts } from './call-badge.js';
import { CALL_STATUSES, laterStage, laterStatus, statusOfProvider } from './call-status.js';

const ringing: BadgeFacts = {
  status: 'in_progress',
  handledBy: 'ai',
  classification: null,
  priority: null,
  appointmentBooked: false,
  acceptedName: null,
  isConnected: false,
};

describe('callBadge', () => {
  it.each<[string, Partial<BadgeFacts>, string]>([
    ['VTCR 2.1: a live call', {}, 'In Progress'],
    ['VTCR 2.2: an emergency', { classification: 'emergency' }, 'EMERGENCY - Routing to On-Call'],
    [
      'VTCR 2.2: a connected emergency',
      { classification: 'emergency', acceptedName: 'Mike T.', isConnected: true },
      'EMERGENCY - Connected to Mike T.',
    ],
    [
      'C5 102: accepted is not yet connected',
      { classification: 'emergency', acceptedName: 'Mike T.' },
      'EMERGENCY - Accepted by Mike T.',
    ],
    ['VTCR 2.3: a routine call', { classification: 'routine' }, 'Routine - Collecting Details'],
    ['VTCR 2.3: a booked one', { classification: 'routine', appointmentBooked: true }, 'Routine - Appointment Booked'],
    ['VTCR 2.4: a finished emergency', { classification: 'emergency', status: 'completed' }, 'EMERGENCY'],
    ['VTCR 2.4: a finished routine call', { classification: 'routine', status: 'completed' }, 'ROUTINE'],
    ['VTCR 2.5: spam', { classification: 'spam', status: 'completed' }, 'SPAM'],
    ['scenario 25: abandoned', { status: 'abandoned' }, 'Abandoned'],
    ['a voicemail nobody has listened to', { status: 'completed', handledBy: 'voicemail' }, 'Voicemail'],
  ])('%s', (_title, change, text) => {
    expect(callBadge({ ...ringing, ...change }).text).toBe(text);
  });
});

describe('call states', () => {
  it('only move forward, so that any order of events ends in the same one', () => {
    for (const one of CALL_STATUSES) {
      for (const other of CALL_STATUSES) expect(laterStatus(one, other)).toBe(laterStatus(other, one));
    }
    expect(laterStatus('completed', 'in_progress')).toBe('completed');
    expect(laterStage('details', 'qualifying')).toBe('details');
  });

  it.each([
    ['ringing', null],
    ['in-progress', 'in_progress'],
    ['no-answer', 'completed'],
    ['failed', 'failed'],
  ])('reads the provider word "%s" as %s', (word, status) => {
    expect(statusOfProvider(word)).toBe(status);
  });
});
