import { useEffect } from 'preact/hooks';
import './graph/shown.ts'; // listens from the first frame on: drawings come once
import GraphPane from './graph/GraphPane.tsx';
import { Header } from './page/Header.tsx';
import { later } from './page/later.tsx';
import { Tabs } from './page/Tabs.tsx';
import SourcesPane from './sources/SourcesPane.tsx';
import { milestone, problem, state } from './store.ts';
import TimePane from './time/TimePane.tsx';

const LessonsPane = later(() => import('./lessons/LessonsPane.tsx'));

/** The page. */
export function App() {
  const { theme, lesson } = state.value.view;
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return (
    <>
      <Header />
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value.message}
        </p>
      )}
      <main class="lab">
        {lesson !== undefined && <LessonsPane />}
        <section class="left" aria-label="Data and model">
          <SourcesPane />
        </section>
        <section class="centre" aria-label="Graph">
          <GraphPane />
        </section>
        <Tabs />
        <section class="bottom" aria-label="Time">
          <TimePane />
        </section>
      </main>
      <p class="unseen" role="status">
        {milestone.value}
      </p>
    </>
  );
}
