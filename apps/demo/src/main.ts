import { buildLab } from './serve/buildLab.ts';
import { stayOpen } from './serve/stayOpen.ts';
import { story } from './story/story.ts';
import { hideCursor } from './terminal/cursor.ts';
import { screenFor } from './terminal/screen.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0); // the reader has seen enough: npm start | head
  throw error;
});

const screen = screenFor(process.stdout, process.env);
if (screen.live) {
  const built = Promise.allSettled([buildLab()]); // while the story is told
  const showCursor = hideCursor(screen.live, process);
  process.exitCode = await story(screen);
  showCursor();
  await stayOpen(screen, (await built)[0], process);
} else process.exitCode = await story(screen);
