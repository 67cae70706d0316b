import type { Config } from '../../api/types.js';
import { PageCard } from '../../components/page-frame.js';
import { ComplianceFields } from './compliance-fields.js';
import { SettingsForm } from './settings-form.js';
import { SettingsFrame } from './settings-frame.js';

const complianceOf = ({ recordingNotice, aiDisclosure }: Config) => ({ recordingNotice, aiDisclosure });

export const CompliancePage = () => (
  <SettingsFrame title="Compliance" about="What callers must be told in your state, and what your line may text.">
    {(config) => (
      <SettingsForm config={config} pick={complianceOf}>
        {(form) => (
          <PageCard title="Notices and texting">
            <ComplianceFields value={form.values} change={(value) => form.setValues(value)} />
          </PageCard>
        )}
      </SettingsForm>
    )}
  </SettingsFrame>
);
