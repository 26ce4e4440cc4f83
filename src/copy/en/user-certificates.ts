const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)

/** "My certificates": what somebody brought themselves, for encrypted mail or a network. */
export const userCertificates = {
  title: 'My certificates',
  lead: 'Certificates of your own, for encrypted mail or a network for example. Your devices get them where your organisation has set that up.',
  caption: 'My certificates',
  /** For managers, beside the switch of a device template. */
  ofTemplate:
    'What owners uploaded in their portal, for encrypted mail for example, comes onto the device with its private keys.',
  name: 'Certificate',
  issuer: 'Issued by',
  ends: 'Ends',
  noSubject: 'No subject',
  withKey: 'With private key',
  withoutKey: 'Without private key',
  /** `count`: whole days. */
  soon: (count: number) => (count < 1 ? 'Ends within a day' : `Ends in ${days(count)}`),
  ended: 'Has ended',
  endedNote: 'Devices no longer get it. Upload its successor.',
  empty: 'You have no certificates here yet.',
  emptyUpload: 'You have no certificates here yet. Upload one below.',
  notAllowed: 'Your organisation does not let you upload certificates. Ask the helpdesk if you need one.',
  purposes: {
    mail_encryption: 'Mail encryption',
    mail_signature: 'Mail signatures',
    client: 'Sign in (client)',
    smart_card: 'Sign in with a smart card',
    documents: 'Signing documents',
    server: 'Server',
    code: 'Signing software',
    time: 'Time stamps',
    authority: 'Issuing certificates',
    signature: 'Signatures',
    encryption: 'Encryption',
    any: 'Anything',
    other: 'Something else',
  },
  upload: {
    title: 'Upload a certificate',
    lead: 'Its private key, if the file has one, is kept encrypted. It is never shown again, only handed to your devices.',
    full: (limit: number) =>
      `You have ${limit} certificates, and that is the limit. Delete one to upload another.`,
    file: 'File',
    fileHint: (limit: number) =>
      `.p12 or .pfx (PKCS#12), .pem, .crt or .cer: your certificate, with up to ${limit} above it.`,
    password: 'Password of the file',
    passwordHint: 'If it has one. It opens the file now and is not kept.',
    name: 'Name',
    nameHint: 'What you want to call it. Left empty, it is called what stands in it.',
    optional: 'optional',
    submit: 'Upload',
  },
  /** What was wrong with a file, and what is accepted. */
  refusals: {
    password_needed: 'This file has a password. Choose the file again and enter its password.',
    wrong_password: 'This password does not open the file. Choose the file again and enter its password.',
    unreadable: 'This is not a certificate that can be read. Choose a .p12, .pfx, .pem, .crt or .cer file.',
    protection:
      'This file is protected in a way that is not accepted here. Export it again. Windows: choose “AES256-SHA256” as the encryption. What a Mac’s Keychain, Firefox or Thunderbird exported, OpenSSL converts: “openssl pkcs12 -in old.p12 -legacy -nodes -out all.pem”, then “openssl pkcs12 -export -in all.pem -out new.p12”; upload new.p12 and delete all.pem.',
    locked_key:
      'The private key in this file is protected in an old way. Export both as PKCS#12: “openssl pkcs12 -export -in cert.pem -inkey key.pem -out new.p12”.',
    no_certificate: 'There is no certificate in this file. Choose one that holds the certificate.',
    several_keys:
      'There is more than one private key in this file. Upload one certificate with its key at a time.',
    weak_key:
      'The key of this certificate is not accepted. It has to be RSA from 2048 bits, or EC on P-256 or P-384.',
    key_mismatch:
      'The private key in this file belongs to another certificate. Choose a file with the certificate of this key.',
    not_a_chain:
      'The certificates in this file do not belong together. Give yours and those that it was signed by, nothing else.',
    chain_too_long: 'There are more than 5 certificates above each other. Give yours and at most 4 above it.',
    too_large: 'This is too large. A certificate with its key and chain may have 16 KB.',
    ended: 'This certificate has ended: no device would get it. Upload one that is valid.',
  },
  remove: {
    link: 'Delete …',
    title: 'Delete this certificate',
    consequences: {
      deleted: 'It is deleted here, together with its private key. Keep your own copy if you still need it.',
      deletedWithoutKey: 'It is deleted here. Keep your own copy if you still need it.',
      devices: (template: string, count: number) =>
        count === 1
          ? `One of your devices gets it by “${template}”. It is told at its next check-in; a profile that is installed keeps it until it is installed again.`
          : `${count} of your devices get it by “${template}”. They are told at their next check-in; a profile that is installed keeps it until it is installed again.`,
      unused: 'None of your devices gets it.',
      mail: 'Mail that was encrypted for it can be read only where its private key still is.',
    },
    act: 'Delete the certificate',
  },
  done: {
    added:
      'Uploaded. Where your organisation has set that up, devices with an app get it at their next check-in, others when they are set up again.',
    key_added: 'The certificate was here already. It has its private key now.',
    changed: 'The certificate was here already. What was new about it is saved.',
    known: 'The certificate was here already. Nothing changed.',
    removed: 'Deleted.',
  },
}
