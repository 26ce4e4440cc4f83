import type { Instant } from '../../../kernel/time.ts'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { ActForm } from '../../ui/people.tsx'
import { Act, ActLink, Acts, Explained, Panel } from '../../ui/staff-form.tsx'
import { RelativeTime } from '../../ui/time.tsx'

/**
 * Posts to `/portal/data` and `/portal/data/keep`; leads to `/portal/data/delete`, and to certificates of before where
 * no more may be brought.
 */
export function MyDataPanel({ frame, askedAt }: { frame: Frame; askedAt: Instant | null }) {
  const { title, download, deletion } = frame.copy.myData
  return (
    <Panel title={title} id="data">
      {askedAt !== null && (
        <Notice tone="info" title={deletion.asked}>
          {deletion.waits} {deletion.askedSince} <RelativeTime frame={frame} at={askedAt} />.
        </Notice>
      )}
      <Explained
        act={
          <ActForm action="/portal/data">
            <Act weight="secondary">{download.act}</Act>
          </ActForm>
        }
      >
        {download.what}
      </Explained>
      {frame.hidden?.includes('myCertificates') && (
        <Explained
          act={<ActLink href="/portal/certificates">{frame.copy.staff.sections.myCertificates}</ActLink>}
        >
          {frame.copy.myData.certificates}
        </Explained>
      )}
      {askedAt === null ? (
        <Explained
          act={
            <ActLink href="/portal/data/delete" weight="danger">
              {deletion.link}
            </ActLink>
          }
        >
          {deletion.what}
        </Explained>
      ) : (
        <Acts>
          <ActForm action="/portal/data/keep">
            <Act weight="secondary">{deletion.withdraw}</Act>
          </ActForm>
        </Acts>
      )}
    </Panel>
  )
}
