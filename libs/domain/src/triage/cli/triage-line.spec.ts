import { triageLine } from './triage-line.js';

const answer = (line: string): Record<string, unknown> => JSON.parse(triageLine(line)) as Record<string, unknown>;

describe('npm run -s triage, one line', () => {
  it('answers in the order and with the fields that were promised, and ignores what it does not know', () => {
    const said = answer(
      '{"id":"a1","turns":[{"role":"caller","text":"I smell gas near my furnace"}],"localTime":"19:30","trade":"hvac","tone":"calm","priorCallsMinutesAgo":[30],"outdoorTempF":15,"llmClassification":"routine","colour":"blue"}',
    );
    expect(Object.keys(said)).toEqual([
      'id',
      'classification',
      'priority',
      'category',
      'serviceType',
      'safetyInstruction',
      'confidence',
      'evidence',
    ]);
    expect(said).toMatchObject({
      id: 'a1',
      classification: 'emergency',
      category: 'gas',
      safetyInstruction: 'evacuate',
    });
  });

  it('needs nothing but turns', () => {
    expect(answer('{"turns":[]}')).toMatchObject({ id: null, classification: 'spam' });
  });

  it.each([
    ['{"id":"a2","turns":[', null, 'JSON'],
    ['[1,2]', null, 'object'],
    ['null', null, 'object'],
    ['{"id":"a3"}', 'a3', 'turns'],
    ['{"id":"a4","turns":[{"role":"robot","text":"x"}]}', 'a4', 'role'],
    ['{"id":"a5","turns":[null]}', 'a5', 'role'],
    ['{"id":5,"turns":[],"localTime":"25:00"}', 5, 'localTime'],
    ['{"id":"a6","turns":[],"tone":"angry"}', 'a6', 'tone'],
    ['{"id":"a7","turns":[],"trade":"roofing"}', 'a7', 'trade'],
    ['{"id":"a8","turns":[],"outdoorTempF":"cold"}', 'a8', 'outdoorTempF'],
    ['{"id":"a9","turns":[],"priorCallsMinutesAgo":[null]}', 'a9', 'priorCallsMinutesAgo'],
  ])('says what is wrong with %s and goes on', (line, id, word) => {
    const said = answer(line);
    expect(said.id).toBe(id);
    expect(said.error).toContain(word);
  });
});
