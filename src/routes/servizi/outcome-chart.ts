import type { Attachment } from 'svelte/attachments';
import { OUTCOMES, type Outcome } from '#core/rules/indicator-outcome.ts';
import { outcomesTitle } from './outcome-title.ts';

interface Year {
  readonly year: number;
  /** In hundredths of a percent. */
  readonly shares: Readonly<Record<Outcome, number>>;
}

/** The colours of the small bars. */
const COLOURS: Readonly<Record<Outcome, string>> = {
  improved: '#12436d',
  unchanged: '#28a197',
  worsened: '#f46a25',
  notAssessable: '#d7dee5',
};

/** Draws how indicators ended in each year, in percent. The library comes when there is something to draw. */
export function outcomeChart(years: readonly Year[]): Attachment<HTMLCanvasElement> {
  return (canvas) => {
    let chart: { destroy(): void } | undefined;
    let gone = false;
    void import('#lib/ui/survey/chart-library.ts').then(({ Chart }) => {
      if (gone) return;
      const colour = getComputedStyle(canvas).color;
      chart = new Chart(canvas, {
        type: 'bar',
        data: {
          labels: years.map(({ year }) => String(year)),
          datasets: OUTCOMES.map((outcome) => ({
            label: outcomesTitle(outcome),
            data: years.map(({ shares }) => shares[outcome] / 100),
            backgroundColor: COLOURS[outcome],
            stack: 'outcomes',
          })),
        },
        options: {
          indexAxis: 'y',
          maintainAspectRatio: false,
          animation: false,
          color: colour,
          scales: {
            x: {
              stacked: true,
              min: 0,
              max: 100,
              ticks: { color: colour, callback: (value) => `${value} %` },
            },
            y: { stacked: true, ticks: { color: colour } },
          },
          plugins: {
            legend: { position: 'bottom', labels: { color: colour } },
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
