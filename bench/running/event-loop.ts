import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How long the event loop kept others waiting, in milliseconds. */
export interface EventLoopDelay {
  readonly median: number;
  readonly p99: number;
  readonly most: number;
}

export type EventLoopQuestion = 'watch the event loop' | 'how was the event loop';

/** Answers the parent how the event loop did between two questions. */
export function watchEventLoop(): (question: EventLoopQuestion) => Promise<EventLoopDelay | null> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  const milliseconds = (nanoseconds: number): number => nanoseconds / 1e6;
  return (question) => {
    if (question === 'watch the event loop') {
      delays.reset();
      delays.enable();
      return Promise.resolve(null);
    }
    delays.disable();
    return Promise.resolve({
      median: milliseconds(delays.percentile(50)),
      p99: milliseconds(delays.percentile(99)),
      most: milliseconds(delays.max),
    });
  };
}
