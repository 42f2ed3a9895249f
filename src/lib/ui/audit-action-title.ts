import { m } from '#lib/paraglide/messages.js';

const TITLES: Readonly<Partial<Record<string, () => string>>> = {
  'account.create': m.audit_action_accountCreate,
  'account.disable': m.audit_action_accountDisable,
  'account.enable': m.audit_action_accountEnable,
  'account.password.renew': m.audit_action_passwordRenew,
  'account.password.set': m.audit_action_passwordSet,
  'account.provider.tie': m.audit_action_providerTie,
  'account.recoveryCodes.renew': m.audit_action_recoveryCodes,
  'account.secondFactor.remove': m.audit_action_secondFactorRemove,
  'account.secondFactor.set': m.audit_action_secondFactorSet,
  'account.sessions.end': m.audit_action_sessionsEnd,
  'campaign.close': m.audit_action_campaignClose,
  'campaign.discard': m.audit_action_campaignDiscard,
  'campaign.earlierYear.enter': m.audit_action_campaignEarlierYear,
  'campaign.extend': m.audit_action_campaignExtend,
  'campaign.mail': m.audit_action_campaignMail,
  'campaign.open': m.audit_action_campaignOpen,
  'campaign.plan': m.audit_action_campaignPlan,
  'campaign.publish': m.audit_action_campaignPublish,
  'cycle.phases.set': m.audit_action_phasesSet,
  'installation.begin': m.audit_action_begin,
  'person.add': m.audit_action_personAdd,
  'role.grant': m.audit_action_roleGrant,
  'role.withdraw': m.audit_action_roleWithdraw,
};

/** What was done, in the language of the page; its name in the trail where the page has no words for it. */
export function auditActionTitle(action: string): string {
  return TITLES[action]?.() ?? action;
}
