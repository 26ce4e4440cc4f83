/** Pages on which the way ends: what happened, and what to do next. The helpdesk is added where it is known. */
export const deadEnds = {
  no_organisation: {
    title: 'Which organisation?',
    text: 'Each organisation has its own page for setting up devices. Enter its short name here.',
    next: 'You find the name in your invitation, or at the end of the address that you were given: /setup/name.',
  },
  unknown_organisation: {
    title: 'We do not know this organisation',
    text: 'There is no page for setting up devices under this name.',
    next: 'Compare the name with your invitation, or ask whoever sent you here.',
  },
  service_off: {
    title: 'Device setup is switched off',
    text: 'At the moment nobody can set up a device here. Devices that are set up keep working.',
    next: 'Try again later. Nothing that you did is lost.',
  },
  organisation_off: {
    title: 'Device setup is switched off',
    text: 'Your organisation has paused setting up devices.',
    next: 'Try again later, or ask the helpdesk when it opens again.',
  },
  account_disabled: {
    title: 'Your account is switched off',
    text: 'With this address no devices can be set up at the moment.',
    next: 'Ask the helpdesk to switch it on again.',
  },
  wrong_role: {
    title: 'This page is not for your account',
    text: 'You are signed in, but with an account that may not come in here.',
    next: 'Sign in with the account that may, or go back.',
  },
  not_permitted: {
    title: 'This is not switched on for you',
    text: 'Your organisation decides what people do with their devices by themselves, and this is not part of it.',
    next: 'Ask the helpdesk to do it for you, or to switch it on.',
  },
  no_platforms: {
    title: 'No devices to choose from yet',
    text: 'Your organisation has not prepared any kind of device. Your registration is kept.',
    next: 'Come back later, or ask the helpdesk when it will be ready.',
  },
  link_unknown: {
    title: 'This link does not work',
    text: 'It may be incomplete: links are sometimes cut in two when they are copied.',
    next: 'Scan the code once more, or copy the whole link from the page on which you got it.',
  },
  link_expired: {
    title: 'This link has run out',
    text: 'It was not used in time. Nothing is lost.',
    next: 'Get a new one: sign in with your e-mail address and choose your device.',
  },
  link_used: {
    title: 'This link has been used',
    text: 'It set up {device}, at {time}. Each link is for one device.',
    textUnknown: 'A device was set up with it. Each link is for one device.',
    next: 'To set up another device, get a new link.',
  },
  link_limit: {
    title: 'No more devices for this account',
    text: 'The account has as many devices as it may have. This link has not been used up.',
    next: 'The helpdesk can remove a device that is no longer used. Then open this link again.',
  },
  link_superseded: {
    title: 'There is a newer link',
    text: 'A newer link took the place of this one.',
    next: 'Use the newest one, or get another.',
  },
  link_revoked: {
    title: 'This link was withdrawn',
    text: 'It can no longer be used to set up a device.',
    next: 'Get a new one, or ask the helpdesk why.',
  },
  invitation_unknown: {
    title: 'This link does not work',
    text: 'It may be incomplete: links are sometimes cut in two when they are copied.',
    next: 'Scan the code in your message once more, or copy the whole link from it. The newest message counts.',
  },
  invitation_superseded: {
    title: 'There is a newer invitation',
    text: 'A newer invitation was sent to you and took the place of this one. Devices that are set up stay as they are.',
    next: 'Look for the newest message and use the link in it.',
  },
  invitation_deactivated: {
    title: 'This invitation has ended',
    text: 'It was withdrawn and sets up no more devices. Devices that are set up stay as they are.',
    next: 'Ask the helpdesk for a new one if you still need it.',
  },
  invitation_expired: {
    title: 'This invitation has run out',
    text: 'Its time is over. Devices that are set up stay as they are.',
    next: 'Ask the helpdesk for a new one.',
  },
  invitation_full: {
    title: 'All devices of this invitation are set up',
    text: 'It was for a certain number of devices, and all of them are there. They stay as they are.',
    next: 'Ask the helpdesk for a new invitation, or to remove a device that is no longer used.',
  },
  ticket_used: {
    title: 'This handover link has ended',
    text: 'It carries a setup on to another browser or app: once, and within a day.',
    next: 'If you have gone on already, stay there. If not, copy the link once more from the page that gave it, or get a new code.',
  },
  claim_unknown: {
    title: 'This device was set up in another browser',
    text: 'Its page opens only in the browser in which its setup went on, and only for a day.',
    next: 'Open it there, or get a new code.',
  },
  artefact_gone: {
    title: 'This download has ended',
    text: 'A profile can be downloaded three times, within a day.',
    next: 'If it is on the device, install it in Settings. If not, get a new code.',
  },
  no_certificate: {
    title: 'The certificate of your device is missing',
    text: 'What is set up for you comes with a certificate from your organisation, and it cannot be made at the moment. Nothing is handed out without it.',
    next: 'Try again in a few minutes. If that does not help, tell the helpdesk that the certificate is missing.',
  },
  too_many_certificates: {
    title: 'Enough certificates for today',
    text: 'Each download of a certificate makes a new one, and a device gets ten a day.',
    next: 'Install the one that you downloaded last, or come back tomorrow.',
  },
  not_found: {
    title: 'There is no page here',
    text: 'The address may be mistyped, or the page has moved.',
    next: 'Begin again at the start of device setup.',
  },
  forbidden_origin: {
    title: 'That came from another page',
    text: 'To keep you safe we accept forms only from our own pages. Nothing was changed.',
    next: 'Go back to the page, reload it and send it once more.',
  },
  too_large: {
    title: 'That was too much text',
    text: 'What was sent is larger than we accept. Nothing was changed.',
    next: 'Go back, shorten what you entered and send it once more.',
  },
  rate_limited: {
    title: 'One moment, please',
    text: 'There were many requests from your network just now.',
    next: 'Wait a minute, then reload this page.',
  },
  temporarily_unavailable: {
    title: 'That did not work just now',
    text: 'A part of the service is not answering. Nothing is lost.',
    next: 'Wait a minute, then reload this page.',
  },
  error: {
    title: 'Something went wrong here',
    text: 'It is not your doing, and it has been noted.',
    next: 'Try once more. If it happens again, tell the helpdesk this number:',
  },
}

/** The small form and the ways on that dead ends share. */
export const waysOn = {
  toDevices: 'My devices',
  organisation: 'Short name of the organisation',
  open: 'Open its page',
  begin: 'Go to the start',
  newLink: 'Get a new link',
  newCode: 'Get a new code',
  byYourself: 'Set up a device without an invitation',
  notYou: 'That was not you?',
  notYouText: 'Then somebody else has used your link. Report it now, and sign in to see what was set up.',
  look: 'Sign in and look',
  otherAddress: 'Use another address',
  aDevice: 'a device without a name',
  signInAsOther: 'Sign in with another account',
}
