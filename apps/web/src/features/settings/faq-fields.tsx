import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import stack from '../../components/form-stack.module.css';
import classes from './faq-fields.module.css';

interface Faq {
  question: string;
  answer: string;
}

interface FaqFieldsProps {
  entries: Faq[];
  change: (entries: Faq[]) => void;
  problem?: ReactNode;
}

const MOST = 40;

export function FaqFields({ entries, change, problem }: FaqFieldsProps) {
  const set = (index: number, part: Partial<Faq>): void =>
    change(entries.map((entry, at) => (at === index ? { ...entry, ...part } : entry)));
  return (
    <div className={stack.stack}>
      {entries.length === 0 && (
        <p className={stack.note}>What callers ask often, and what the agent shall say: payment, pets, warranties.</p>
      )}
      {entries.map((entry, index) => (
        <div key={index} className={classes.entry} role="group" aria-label={`Question ${index + 1}`}>
          <TextInput
            label="Question"
            maxLength={200}
            value={entry.question}
            onChange={(event) => set(index, { question: event.currentTarget.value })}
          />
          <Textarea
            label="Answer"
            autosize
            minRows={1}
            maxLength={600}
            value={entry.answer}
            onChange={(event) => set(index, { answer: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            className={classes.remove}
            aria-label={`Remove question ${index + 1}`}
            onClick={() => change(entries.filter((_, at) => at !== index))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </div>
      ))}
      {problem && (
        <p className={stack.problem} role="alert">
          {problem}
        </p>
      )}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={15} />}
          disabled={entries.length >= MOST}
          onClick={() => change([...entries, { question: '', answer: '' }])}
        >
          Add a question
        </Button>
      </div>
    </div>
  );
}
