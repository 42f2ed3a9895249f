import { daysFrom, type IsoDate } from '#core/calendar/iso-date.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Task } from '#lib/ui/task.ts';
import { today } from '../calendar/today.ts';
import type { Reader } from '../database/database.ts';
import { mailingsOf } from '../mail/mailings.ts';
import { ENTITY, may, scopesOf, type Subject } from '../permissions/permission.ts';
import { campaigns, directionsOf } from '../survey/campaigns.ts';
import type { Campaign } from '../survey/model.ts';
import { takesVotes } from '../survey/open-campaign.ts';
import { openSurveyFor } from '../survey/open-survey.ts';

/** From how many days before its end on an open campaign is one to look after. */
const SOON_DAYS = 7;

/** What somebody has to do about a survey: as invited, alike whether they have voted or not, for nobody knows; as manager. */
export async function surveyTasks(db: Reader, subject: Subject, date: IsoDate): Promise<Task[]> {
  const open = await openSurveyFor(db, subject.person);
  const own: Task[] = open
    ? [
        {
          href: '/sondaggio',
          title: m.survey_manage_task_answer({ title: open.title }),
          why: m.survey_manage_task_answerWhy(),
          until: today(new Date(open.closesAt)),
        },
      ]
    : [];
  own.push(...(await resultTasks(db, subject)));
  if (!may(subject, 'survey.manage', ENTITY)) return own;
  const managed = await Promise.all((await campaigns(db)).map((campaign) => manageTasks(db, campaign, date)));
  return [...own, ...managed.flat()];
}

/** The published result of the last survey, for who leads a direction in it. */
async function resultTasks(db: Reader, subject: Subject): Promise<Task[]> {
  if (!scopesOf(subject, 'survey.result.read').has('direction')) return [];
  const last = (await campaigns(db)).find(({ state }) => state === 'published');
  if (!last) return [];
  const led = (await directionsOf(db, last.id)).filter(({ id }) => subject.leads.has(id));
  return led.map(({ id, name }) => ({
    href: `/sondaggi/${last.id}/risultati/${id}`,
    title: m.survey_result_task({ name }),
    why: m.survey_result_taskWhy({ year: last.year }),
  }));
}

async function manageTasks(db: Reader, campaign: Campaign, date: IsoDate): Promise<Task[]> {
  const { id, title, state, closesAt } = campaign;
  const href = `/sondaggi/${id}` as const;
  switch (state) {
    case 'draft':
      return [{ href, title: m.survey_manage_task_open({ title }), why: m.survey_manage_task_openWhy() }];
    case 'open':
      if (!takesVotes(campaign))
        return [{ href, title: m.survey_manage_task_close({ title }), why: m.survey_manage_task_closeWhy() }];
      return [
        ...((await mailingsOf(db, id)).length === 0 ? [inviteTask(campaign)] : []),
        ...(daysFrom(date, today(new Date(closesAt))) <= SOON_DAYS ? [soonTask(campaign)] : []),
      ];
    case 'closed':
      return [
        { href, title: m.survey_manage_task_publish({ title }), why: m.survey_manage_task_publishWhy() },
      ];
    case 'published':
      return [];
  }
}

const inviteTask = ({ id, title, closesAt }: Campaign): Task => ({
  href: `/sondaggi/${id}/posta`,
  title: m.survey_manage_task_invite({ title }),
  why: m.survey_manage_task_inviteWhy(),
  until: today(new Date(closesAt)),
});

const soonTask = ({ id, title, closesAt }: Campaign): Task => ({
  href: `/sondaggi/${id}`,
  title: m.survey_manage_task_soon({ title }),
  why: m.survey_manage_task_soonWhy(),
  until: today(new Date(closesAt)),
});
