import { Button } from '@mantine/core';
import stack from '../../../components/form-stack.module.css';

/** Submits the form around it. */
export const ContinueButton = ({ saving, children = 'Save and continue' }: { saving: boolean; children?: string }) => (
  <div className={stack.end}>
    <Button type="submit" loading={saving}>
      {children}
    </Button>
  </div>
);
