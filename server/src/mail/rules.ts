import { bimiRules } from './bimi/rules.ts';
import { daneRules } from './dane/rules.ts';
import { dkimRules } from './dkim/rules.ts';
import { dmarcRules } from './dmarc/rules.ts';
import { mailServiceRules } from './owners/mail-services.ts';
import { mtaStsRules } from './mta-sts/rules.ts';
import { postureRules } from './posture/mail-posture.ts';
import type { MailRules } from './grammar/problem.ts';
import { tlsRptRules } from './tls-rpt/rules.ts';

/** Every rule of the modules in this folder, except those of SPF, which has its own table. */
export const mailRules: MailRules = {
  ...dkimRules,
  ...dmarcRules,
  ...mtaStsRules,
  ...tlsRptRules,
  ...bimiRules,
  ...daneRules,
  ...mailServiceRules,
  ...postureRules,
};
