import { Switch, TagsInput, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { PageCard } from '../../components/page-frame.js';
import { FaqFields } from './faq-fields.js';
import { GreetingFields } from './greeting-fields.js';
import { SafetyLines } from './safety-lines.js';
import { ServicesFields } from './services-fields.js';
import { agentOf, validateAgent, type AgentValues } from './settings-draft.js';
import { SettingsForm } from './settings-form.js';
import { SettingsFrame } from './settings-frame.js';
import classes from './settings-page.module.css';
import { TestCallFields } from './test-call-fields.js';
import { TestQuestion } from './test-question.js';

type Form = UseFormReturnType<AgentValues>;

/** PRD VTCR 1.3: who answers, and what it knows. */
export const AgentPage = () => (
  <SettingsFrame title="Agent" about="Who answers, how it greets, and what it knows.">
    {(config) => (
      <>
        <SettingsForm config={config} pick={agentOf} validate={validateAgent}>
          {(form) => (
            <>
              <PageCard title="Voice Agent Setup">
                <GreetingFields
                  value={form.values}
                  change={(persona) => form.setValues({ ...form.values, ...persona })}
                  problems={form.errors}
                />
                <SpanishSwitch form={form} />
              </PageCard>
              <KnowledgeCard form={form} />
              <PageCard title="Questions and answers">
                <FaqFields
                  entries={form.values.faq}
                  change={(faq) => form.setValues({ ...form.values, faq })}
                  problem={form.errors.faq}
                />
              </PageCard>
            </>
          )}
        </SettingsForm>
        <PageCard title="Test a question">
          <TestQuestion />
        </PageCard>
        <PageCard title="Test Call">
          <TestCallFields />
        </PageCard>
        <SafetyLines />
      </>
    )}
  </SettingsFrame>
);

const SpanishSwitch = ({ form }: { form: Form }) => (
  <Switch
    mt="md"
    label="Speak Spanish with callers who do"
    description="Off, the agent says in English that somebody will call back, and notes the language. Dangers are understood either way."
    checked={form.values.languages.includes('es')}
    onChange={(event) => form.setFieldValue('languages', event.currentTarget.checked ? ['en', 'es'] : ['en'])}
  />
);

const LONGEST = 2000;

const KnowledgeCard = ({ form }: { form: Form }) => (
  <PageCard title="Services & Knowledge">
    <div className={classes.fields}>
      <ServicesFields value={form.values} change={(offered) => form.setValues({ ...form.values, ...offered })} />
      <Textarea
        label="Additional instructions"
        description={`Specifics the agent should know. They stand below the platform's safety rules and cannot change them. ${form.values.additionalInstructions.length} of ${LONGEST} characters.`}
        placeholder={'"We don\'t do commercial work", "Our minimum service call is $89"'}
        autosize
        minRows={3}
        maxLength={LONGEST}
        {...form.getInputProps('additionalInstructions')}
      />
      <TagsInput
        label="Your own emergency phrases"
        description="They add to the built-in rules and can never switch one off."
        {...form.getInputProps('emergencyPhrases')}
      />
    </div>
  </PageCard>
);
