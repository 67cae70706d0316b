import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTestQuestion } from '../../api/agent.js';
import { inWords } from '../../api/problem.js';
import type { QuestionAnswer } from '../../api/types.js';
import { Badge } from '../../components/badge.js';
import stack from '../../components/form-stack.module.css';
import { useAccount } from '../../components/use-account.js';

const SOURCE: Record<QuestionAnswer['source'], string> = {
  faq: 'Your answers',
  hours: 'Your hours',
  services: 'Your services',
  area: 'Your service area',
  safety: 'Safety rules',
  identity: 'Who it is',
  pricing: 'Platform rule on prices',
  none: 'Not known',
};

/** Asks the settings as they are saved, and says where the answer came from. */
export function TestQuestion() {
  const { accountId } = useAccount();
  const [question, setQuestion] = useState('');
  const { mutate, data, isPending, error } = useTestQuestion(accountId);
  const ask = (event: React.FormEvent): void => {
    event.preventDefault();
    if (question.trim().length > 1) mutate(question.trim());
  };
  return (
    <form className={stack.stack} onSubmit={ask} noValidate>
      <div className={stack.row}>
        <TextInput
          label="What would a caller ask?"
          placeholder="Do you take credit cards?"
          maxLength={300}
          style={{ flex: 1, minWidth: 220 }}
          value={question}
          error={error && inWords(error)}
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={isPending}>
          Ask
        </Button>
      </div>
      <div role="status">
        {data && (
          <div className={stack.stack} style={{ gap: 6 }}>
            <p style={{ fontWeight: 500 }}>“{data.says}”</p>
            <p>
              <Badge tone={data.takesMessage ? 'same_day' : 'ok'}>{SOURCE[data.source]}</Badge>
            </p>
            <p className={stack.note}>{data.because}</p>
          </div>
        )}
      </div>
    </form>
  );
}
