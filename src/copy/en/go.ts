/** `/go`: for those who have no link and no camera, and type what stands in their invitation or on the setup page. */
export const go = {
  title: 'Set up a device without a link',
  lead: 'On the device that you want to set up, type in what stands in your invitation, or on your setup page under “Other ways”.',
  site: 'Site or organisation',
  siteHint: 'The number beside the PIN, or the short name of the organisation.',
  email: 'E-mail address',
  emailHint: 'The one with which you got the PIN.',
  pin: 'PIN',
  pinHint: '8 digits, with or without a space.',
  submit: 'Continue',
  noPin: 'No PIN yet?',
  getOne: 'Get one on the setup page',
  errors: {
    not_accepted: {
      title: 'These do not fit together',
      text: 'Compare all of them with your invitation or your setup page. A PIN works until its code or invitation ends; after several wrong tries it is closed.',
      next: 'If they look right and come from your setup page, press “New PIN” there, or get a new code. For an invitation, ask for a new PIN.',
    },
    site: {
      missing: 'Enter the number beside the PIN, or the short name of the organisation.',
      unknown:
        'We do not know this site or organisation. Compare it with your invitation or your setup page.',
    },
    email: { missing: 'Enter the whole e-mail address with which you got the PIN.' },
    pin: { missing: 'Enter all 8 digits of the PIN.' },
  },
}
