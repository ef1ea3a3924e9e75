import { Progress, VisuallyHidden } from '@mantine/core';
import type { JobView } from '../../http/api-types.ts';
import { t } from '../words.ts';

function JobProgress({ job }: { readonly job: JobView }) {
  const share = job.total === null || job.total === 0 ? null : (100 * job.done) / job.total;
  const label =
    job.total === null
      ? t(`job.${job.kind}`, { done: job.done })
      : `${t(`job.${job.kind}`, { done: job.done })} ${t('job.of', { total: job.total })}`;
  return (
    <div className="job">
      <p>
        <span>{label}</span> <span className="quiet">{job.now}</span>
      </p>
      <Progress value={share ?? 100} animated={share === null} size={2} aria-label={label} />
    </div>
  );
}

/** Long work goes on as a quiet line above the page; its beginning and end are spoken, its steps are not. */
export function JobLine({ jobs }: { readonly jobs: readonly JobView[] }) {
  return (
    <>
      <VisuallyHidden role="status">{jobs.length === 0 ? '' : t('job.running', { n: jobs.length })}</VisuallyHidden>
      {jobs.map((job) => (
        <JobProgress key={job.id} job={job} />
      ))}
    </>
  );
}
