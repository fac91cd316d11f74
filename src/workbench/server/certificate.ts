import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';
import { places } from './places';

/** A certificate for localhost and its key, as PEM texts, and the file to install if one wants to trust it. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
  readonly certFile: string;
}

const DAY = 24 * 60 * 60 * 1000;
/** Browsers refuse certificates that last longer. */
const VALID_FOR = 397 * DAY;
const RENEW_BEFORE_END = 14 * DAY;

/** The project's own certificate for localhost, made on first use. The system's trust store is never touched. */
export async function localhostCertificate(folder: string = places.certificate): Promise<Certificate> {
  const keyFile = path.join(folder, 'localhost.key');
  const certFile = path.join(folder, 'localhost.crt');
  if (!isGood(keyFile, certFile)) {
    const { private: key, cert } = await makeCertificate();
    mkdirSync(folder, { recursive: true });
    writeFileSync(keyFile, key);
    chmodSync(keyFile, 0o600);
    writeFileSync(certFile, cert);
  }
  return { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8'), certFile };
}

function isGood(keyFile: string, certFile: string): boolean {
  if (!existsSync(keyFile) || !existsSync(certFile)) return false;
  const { validTo } = new X509Certificate(readFileSync(certFile));
  return Date.parse(validTo) - Date.now() > RENEW_BEFORE_END;
}

function makeCertificate() {
  return generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'rsa',
    keySize: 2048,
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - DAY),
    notAfterDate: new Date(Date.now() + VALID_FOR - DAY),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  });
}
