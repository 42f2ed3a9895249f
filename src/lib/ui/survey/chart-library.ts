import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale } from 'chart.js';

// Only what the bars need: the rest of the library stays out of the page.
Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale);

export { Chart };
