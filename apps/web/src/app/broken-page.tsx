import { Button } from '@mantine/core';
import { IconMoonStars } from '@tabler/icons-react';
import { Empty } from '../components/empty.js';

/** Says what is wrong and leads back to a page that works. */
export function BrokenPage({ title, text }: { title: string; text: string }) {
  return (
    <main style={{ display: 'grid', flex: 1, minHeight: '80dvh', placeItems: 'center' }}>
      <h1 className="mantine-visually-hidden" hidden>
        {title}
      </h1>
      <Empty
        icon={IconMoonStars}
        title={title}
        action={
          <Button variant="default" component="a" href="/">
            Go to the live page
          </Button>
        }
      >
        {text}
      </Empty>
    </main>
  );
}
