/** Something in R that nobody can recompute from it, or where one place of it does not agree with another. */
export interface OpenPoint {
  readonly section: string;
  readonly title: string;
  readonly text: string;
}

/** Where two places of R, or a figure and its own parts, do not agree. */
export const CONTRADICTIONS: readonly OpenPoint[] = [
  {
    section: '§2.4, §1',
    title: '646 employees',
    text: 'The table of staff counts 609 permanent and 36 fixed-term employees, which is 645, but prints 646 as the total without the _Segretario_; in all six years before, the two lines add up to the total as printed.',
  },
  {
    section: '§2.2, §3.1',
    title: 'Thirteen sectors or twelve',
    text: 'R counts 13 sectors beside the _Unità Direzionale Segretario Generale_, then calls that unit a sector too. Only twelve other sectors have a name in it, and the penalties speak of 13 directions; the example takes the twelve and the unit.',
  },
  {
    section: '§3.1, 1 B',
    title: 'A mean of 53.92 %',
    text: 'R calls it the mean of the two titles. It is the ratio of the sums; the mean of the two ratios (58.29 % and 49.07 %) would be 53.68 %. Both are beyond the 42 % asked for.',
  },
  {
    section: '§3.1, 2 C',
    title: 'The shares of the indicators',
    text: '79.53 + 6.18 + 11.26 + 3.02 = 99.99. Each is rounded correctly; together they are not 100.',
  },
  {
    section: '§3.1, 3',
    title: 'The year of the survey',
    text: 'The survey is said to have run from 25 February to 12 March 2025 among those assigned on 31 December 2025, its means to refer to 2024, and its participation to have grown from that of 2024. A survey on 2025 among the staff of 31 December 2025 can only have run in 2026.',
  },
  {
    section: '§3.1, 3',
    title: 'Participation of 65.8 %',
    text: 'No whole number of responses makes 65.8 % of 633, the 646 employees without 13 executives, nor of 645; 425 of 646 does, executives included, and so does 406 of 617. R prints neither number. The example takes 617 invited (633 less 16 who left) and 406 responses.',
  },
  {
    section: '§3.1, 4',
    title: 'Ten points, or graded',
    text: 'A missing report costs ten points, graded by the number of findings. It cannot be both; the table below that sentence takes ten for a missing report, and so does the core.',
  },
  {
    section: '§3.1, 5',
    title: 'Directions of 41 employees',
    text: 'The classes are up to 20, 21 to 40 and more than 41: 41 is in none of them. The core puts it in the third.',
  },
  {
    section: '§3.1',
    title: 'Exactly 60 points',
    text: 'The text gives access from a minimum of 60 points, the table of bands pays nothing up to 60 included. The core follows the table and warns.',
  },
  {
    section: '§3.1',
    title: 'What the executives were paid',
    text: 'The 117,073.23 include 3,265.00 of uplifts and 8,000.00 of the deputies, which leaves 105,808.23 of result pay. Thirteen executives in the first band get 102,847.68, so 13 cannot have received it, nor can any number of executives with a whole year in the three bands in use: no sum of 7,911.36, 7,120.22 and 6,329.09 makes 105,808.23. More posts than executives, held in the interim, would explain it; R does not say so. The example pays 99,872.23 in all.',
  },
  {
    section: '§3.1',
    title: 'The amount of the first band',
    text: 'The fund less uplifts and extras is 124,627.00; a thirteenth of it is 9,586.69, not 7,911.36, and 7,911.36 goes into it 15.75 times. R does not say how the amount was found, nor what became of the 18,818.77 between 135,892.00 and 117,073.23. The example therefore gives the amount instead of having it derived.',
  },
  {
    section: '§3.2',
    title: 'The largest premium of an EQ holder',
    text: 'The pot divided by the weights is the coefficient. A mean of 97.38 makes the 34 totals add up to at least 3,310.75; the four with part of the year have at most 4 × 99.80 = 399.20 of it, so the 30 with the whole year weigh at least 2,911.55. Even if the four were paid nothing, the coefficient is at most 74,551.30 / 2,911.55 = 25.61 and the best total, 99.80, earns at most 2,555.42. The 2,668.75 of R need a coefficient of 26.74. With the four at the four months that give access it is at most 2,443.73; in the example the largest is 2,378.55. The interim that R leaves out of its summary may be in the figure.',
  },
  {
    section: '§3.2',
    title: 'Position pay of the EQ',
    text: 'The share planned for positions and the sum paid for them are the same to the cent, 289,434.70, although four positions were held for a part of the year and some were weighed again in the course of it.',
  },
  {
    section: '§3.3, par. 1-2',
    title: '56 of 556',
    text: 'The uplift goes to no more than 10 %, and 56 of 556 is 10.07 %; 55 would have been 9.89 %. R also names three bases for it: the best evaluated, the entitled, and all who can be assessed. The core takes the 556 entitled, rounds half-up to come to R’s 56, and warns (`uplift-over-ten-percent`).',
  },
  {
    section: '§3.3, par. 1',
    title: '1,750.00 to 2,499.00, and 2,500.00 or more',
    text: 'The cents from 2,499.01 to 2,499.99 are in neither. The core lets the first range end below 2,500.00.',
  },
  {
    section: '§3.3, progetti',
    title: 'What SMART reported',
    text: 'The table says 990.93, the text 900.32. The totals 21,493.05 and 166,507.50 agree with the table; with the text they would be 21,402.44 and 166,416.89. The example follows the table.',
  },
  {
    section: '§3.3, progetti',
    title: 'Three premiums of 1,666.67',
    text: '3 × 1,666.67 = 5,000.01, a cent more than was reported. In equal shares without losing a cent they are 1,666.67, 1,666.67 and 1,666.66, so the smallest is not the one printed.',
  },
  {
    section: '§3.3, progetti',
    title: 'The numbers of the projects',
    text: 'The texts number two projects 3 and two 6, skip 4, describe the kitchens before the coordination where the table has them the other way round, and stop before the reported amount of the last one.',
  },
];

/** What R leaves unsaid, so that the example had to assume it or the core has a reading of its own. */
export const UNSAID: readonly OpenPoint[] = [
  {
    section: '§3.1, 1 A',
    title: 'The second ranking',
    text: 'R gives no number of cities for the 39th place. The example takes the 107 of the first; the rule does not use it.',
  },
  {
    section: '§3.1, 2-3',
    title: 'Single sheets',
    text: 'No sheet, direction or objective is published, so all of them are made up. That concerns the number of objectives and their weights, the points heard from mayor and councillors (10), the training (3 + 2), the indicators of each direction and the bands of the executives.',
  },
  {
    section: '§3.1, 2 C',
    title: 'From indicators to points',
    text: 'R says that improvement, invariance and worsening earn points, not how many. The core counts improved and unchanged ones in full (`SET-C`).',
  },
  {
    section: '§3.1, 2 B',
    title: '23.12 points for the silos',
    text: 'R prints the three achievements, not the points. (89.4 + 92.1 + 95.9) / 3 = 92.47 %, and 25 points of it are 23.12, in every sheet of the example.',
  },
  {
    section: '§3.1, 3',
    title: 'The overall mean of the survey',
    text: 'R prints no mean over all questions. The mean of its eight means is 3.42, and that of the example’s answers is 3.42 too. How a mean becomes points out of 5 is not said either (`MAN-4`), nor how many responses a direction needs to be judged by them (`SUR-3`).',
  },
  {
    section: '§3.1, 5',
    title: 'The evaluation bands of employees',
    text: 'The penalty for lack of differentiation counts bands and announces them, but none follow, and R does not say which directions lost how many points. The core uses the cuts of the executives’ bands on the total out of 50 (`PEN-D`).',
  },
  {
    section: '§3.1',
    title: 'Late payment of invoices',
    text: 'R introduces the reduction of 30 % and does not say whether it was applied. In the example it is not.',
  },
  {
    section: '§3.1',
    title: 'How the uplift is divided',
    text: 'The 3,265.00 went to two executives. That it was in equal parts of 1,632.50 is a reading (`UPL-E`).',
  },
  {
    section: '§3.2',
    title: 'Part of the sheet of the EQ',
    text: 'The contribution of the sector (5 points) has no formula (`EQ-1B`), and the reductions for incentives of law have no thresholds in R, so that they are given. The months of the four holders follow the appointments of 1 May and 1 August in §2.1; the fourth is made up.',
  },
  {
    section: '§3.3, par. 2',
    title: '556 entitled',
    text: 'R prints 555 positive ones and never 556. Only 556 heads give 1,079.56 and 1,043.71, so one of those entitled had less than 30 points; the lowest total, 24, is taken to be that one. The 43 others of the 599 employees, with less than six months, are what remains of 646, and R does not print them either; nor is that remainder certain, since the 34 EQ holders are all those of the year (§2.4) and whoever left before December had a sheet too. Over whom the mean of 48.19 runs is not said; in the example it is the 556.',
  },
  {
    section: '§3.3, par. 2',
    title: 'Means that nobody received',
    text: 'The means with and without uplift divide the pots by 556. The base pot is paid to 555, which makes 1,045.59 on average; some of those get nothing because of incentives of law.',
  },
  {
    section: '§3.3, par. 2',
    title: '356.00 euros of uplift',
    text: '33 % of 1,079.56 is 356.25. R rounds to 356.00 without saying so; the core rounds down to the euro (`UPL-V`). The mean that the uplift is a third of contains the money of the uplifts themselves.',
  },
  {
    section: '§3.3, par. 1',
    title: 'Uplifts by sector, and ties',
    text: 'The 10 % holds within each sector, but how 56 divide over 13 sectors is not said (largest remainders in the core, `UPL-K`), and the criteria for equal totals are in an article that R only names (`UPL-W`: a rank that is given; in the example it follows the ids).',
  },
  {
    section: '§3.3, par. 2',
    title: 'The largest premiums',
    text: '1,581.05 less the uplift is 1,225.05, and the largest without is 1,200.68. A full sheet of 50 against the mean of 48.19 earns 1,082.91: the rest can only be money that colleagues of the same sector did not receive. In the example these are the two technical directions, where incentives for technical functions leave it; the smallest premium, 534.34, goes to somebody with six months. It is the smallest of those paid: who gets nothing because of incentives of law is not counted, which R does not say.',
  },
  {
    section: '§3.3, progetti',
    title: 'Who took part in the projects',
    text: 'R names a sector for some projects and a number of beneficiaries for all. The directions of the cemeteries, the _Informagiovani_ and the projects across services are made up. One beneficiary (project 9) or a table that allows one division only (project 3: 830.00 and eleven times 470.00) publishes what single persons received.',
  },
];
