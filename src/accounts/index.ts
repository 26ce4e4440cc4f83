export { projectAcceptedStatement } from './acceptance-store.ts'
export {
  type AccountTemplateForm,
  type AccountTemplates,
  makeAccountTemplates,
  writeTemplateForm,
} from './account-templates.ts'
export type { CountedAccountTemplate, ListedAccountTemplate } from './account-templates-store.ts'
export type { BootstrapState, ClaimForm, ClaimRefusal } from './bootstrap.ts'
export { sendProvisionCode } from './code-message.ts'
export { isTombstone } from './deleting-rules.ts'
export { projectDeletedStatements } from './deleting-store.ts'
export { projectDisabledStatements } from './disabling-store.ts'
export { type Entrances, makeEntrances } from './entrances.ts'
export type { Entrance } from './entrances-store.ts'
export { makeFirstTemplate } from './first-template.ts'
export { writeGroups } from './group-rules.ts'
export {
  type BeginOidcRefusal,
  type FinishOidcRefusal,
  type Identities,
  makeIdentities,
  OIDC_ATTEMPT,
  type OidcTransaction,
} from './identities.ts'
export { type Managers, makeManagers } from './managers.ts'
export type { TeamMember } from './managers-store.ts'
export { makeNames, type Names } from './names.ts'
export type { KnownName } from './names-store.ts'
export type { OidcPurpose } from './oidc-rules.ts'
export { runOnce, spendStatement } from './once-store.ts'
export { makeOwnAccount, type OwnAccountService, type ProfileForm } from './own.ts'
export type { OwnAccount } from './own-store.ts'
export {
  type EnrolmentGround,
  makePasskeys,
  type PasskeyEntered,
  type PasskeyQuestion,
  type PasskeyRefusal,
  type Passkeys,
} from './passkeys.ts'
export { type AddRefusal, makePeople, type People, type PeopleList, type RoleRefusal } from './people.ts'
export {
  type CsvColumn,
  EXPORT_COLUMNS,
  IMPORT_MAX_BYTES,
  IMPORT_MAX_ROWS,
  planImport,
  type RowOutcome,
  type RowProblem,
  readSheet,
  type Sheet,
  type SheetProblem,
} from './people-csv.ts'
export type { ImportPreview, ImportRefusal } from './people-import.ts'
export { addAddressesStatements, newPeopleStatements } from './people-inviting.ts'
export {
  NO_FILTER,
  PEOPLE_SORTS,
  PERSON_FILTER_STATES,
  PERSON_ROLES,
  PERSON_STATES,
  type PeopleFilter,
  type Person,
  type PersonRole,
  type PersonState,
} from './people-list-rules.ts'
export { type KnownPerson, type PersonRead, readKnown } from './people-read-store.ts'
export type { PersonDetails, PersonForm } from './people-rules.ts'
export type { Counts, TemplateChoice } from './people-store.ts'
export {
  type DetailErrors,
  mayProvision,
  NAME_MAX,
  nameKey,
  needsDetails,
  owesTerms,
  PASSKEY_CHALLENGE_LIFE,
  PASSKEY_NAME_MAX,
  REFUSAL_REASON_MAX,
} from './rules.ts'
export { type Accounts, makeAccounts } from './service.ts'
export { type Entered, isStaff, type SessionOptions } from './sessions.ts'
export { type SessionRead, templatePart, viewAccount } from './store.ts'
export { acceptTermsStatement } from './terms-store.ts'
export type {
  Account,
  AccountRole,
  AccountState,
  AccountTemplate,
  Assurance,
  AtLimit,
  Passkey,
  Permission,
  SessionEntry,
  WebSession,
} from './types.ts'
export { PERMISSIONS } from './types.ts'
