/** What has to be pasted into the consoles of the clouds. */

/** What Accession needs in a bucket of Amazon S3; writing only for image sequences. */
export function s3Policy(bucket: string, mayWrite: boolean): string {
  return json({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Action: ["s3:ListBucket"], Resource: [`arn:aws:s3:::${bucket}`] },
      {
        Effect: "Allow",
        Action: ["s3:GetObject", ...(mayWrite ? ["s3:PutObject", "s3:DeleteObject"] : [])],
        Resource: [`arn:aws:s3:::${bucket}/*`],
      },
    ],
  });
}

/** Lets whoever has the external id, and nobody else, become the role. */
export function trustPolicy(externalId: string): string {
  return json({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::<ACCOUNT-OF-THE-SERVER>:root" },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "sts:ExternalId": externalId } },
      },
    ],
  });
}

const EXPOSED = ["Content-Range", "Content-Length", "ETag"];

/** Lets pages of an origin read objects by signed URLs. */
export function s3Cors(origin: string): string {
  return json([
    { AllowedOrigins: [origin], AllowedMethods: ["GET", "HEAD"], AllowedHeaders: ["Range"], ExposeHeaders: EXPOSED },
  ]);
}

export function gcsCors(origin: string): string {
  return json([
    { origin: [origin], method: ["GET", "HEAD"], responseHeader: ["Range", ...EXPOSED], maxAgeSeconds: 3600 },
  ]);
}

/** For Azure's command line. */
export function azureCors(account: string, origin: string): string {
  return [
    `az storage cors add --services b --account-name ${account}`,
    `--methods GET HEAD --origins ${origin}`,
    `--allowed-headers Range --exposed-headers ${EXPOSED.join(" ")} --max-age 3600`,
  ].join(" \\\n  ");
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
