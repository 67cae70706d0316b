import { notifications } from '@mantine/notifications';
import { inWords } from '../api/problem.js';

/** What went well, in a line that goes away by itself. */
export const say = (message: string): void => void notifications.show({ message });

/** A refusal in words of our own, where the API's do not say what to do on this page. */
export const sayProblem = (title: string, message: string): void =>
  void notifications.show({ color: 'red', title, message });

/** "The key was not made": what did not happen, and why. */
export const sayRefused =
  (title: string) =>
  (error: unknown): void =>
    void notifications.show({ color: 'red', title, message: inWords(error) });
