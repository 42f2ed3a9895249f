import type { Attachment } from 'svelte/attachments';

interface Bar {
  readonly statement: string;
  readonly counts: readonly number[];
}

/** Told apart also by who sees no colours: 3:1 between neighbours, dark at both ends. */
const COLOURS = ['#801650', '#f46a25', '#a9b4bf', '#28a197', '#12436d'];
const MIDDLE = 2;
const LABEL_LENGTH = 48;

/** Draws answers in percent, the middle answer half on each side. Loaded when there is something to draw. */
export function barChart(bars: readonly Bar[], scale: readonly string[]): Attachment<HTMLCanvasElement> {
  return (canvas) => {
    let chart: { destroy(): void } | undefined;
    let gone = false;
    void import('./chart-library.ts').then(({ Chart }) => {
      if (gone) return;
      const colour = getComputedStyle(canvas).color;
      chart = new Chart(canvas, {
        type: 'bar',
        data: {
          labels: bars.map(({ statement }) => shortened(statement)),
          datasets: seriesOf(bars, scale),
        },
        options: {
          indexAxis: 'y',
          maintainAspectRatio: false,
          animation: false,
          color: colour,
          scales: {
            x: {
              stacked: true,
              min: -100,
              max: 100,
              ticks: { color: colour, callback: (value) => `${Math.abs(Number(value))} %` },
            },
            y: { stacked: true, ticks: { color: colour } },
          },
          plugins: {
            legend: {
              position: 'bottom',
              labels: {
                color: colour,
                filter: ({ text }) => text !== '',
                sort: (one, other) => scale.indexOf(one.text) - scale.indexOf(other.text),
              },
            },
            tooltip: { enabled: false },
          },
        },
      });
    });
    return () => {
      gone = true;
      chart?.destroy();
    };
  };
}

/** The order in which the stacks grow from the middle outwards, on each side. */
function seriesOf(bars: readonly Bar[], scale: readonly string[]) {
  const percent = ({ counts }: Bar, answer: number) => {
    const all = counts.reduce((sum, count) => sum + count, 0);
    return all === 0 ? 0 : (100 * (counts[answer] ?? 0)) / all;
  };
  const half = (sign: 1 | -1, label: string) => ({
    label,
    data: bars.map((bar) => (sign * percent(bar, MIDDLE)) / 2),
    backgroundColor: COLOURS[MIDDLE]!,
    stack: 'answers',
  });
  const whole = (answer: number, sign: 1 | -1) => ({
    label: scale[answer] ?? '',
    data: bars.map((bar) => sign * percent(bar, answer)),
    backgroundColor: COLOURS[answer]!,
    stack: 'answers',
  });
  return [half(-1, scale[MIDDLE] ?? ''), whole(1, -1), whole(0, -1), half(1, ''), whole(3, 1), whole(4, 1)];
}

function shortened(text: string): string {
  return text.length <= LABEL_LENGTH ? text : `${text.slice(0, LABEL_LENGTH - 1)}…`;
}
