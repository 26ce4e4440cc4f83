/**
 * Domains of well-known services that lend addresses for minutes. A few dozen on purpose: there are tens of
 * thousands, they change daily, and a list of them is no defence. Whoever wants one can have a domain of their own.
 */
const DOMAINS = new Set(
  `10minutemail.com 10minutemail.net 20minutemail.com 33mail.com anonaddy.me burnermail.io byom.de
  discard.email discardmail.com dispostable.com dropmail.me einrot.com emailfake.com emailondeck.com
  fakeinbox.com fakemail.net getairmail.com getnada.com grr.la guerrillamail.biz guerrillamail.com
  guerrillamail.de guerrillamail.info guerrillamail.net guerrillamail.org guerrillamailblock.com
  incognitomail.org inboxkitten.com jetable.org mail-temp.com mail.tm mailcatch.com maildrop.cc mailexpire.com
  mailinator.com mailinator.net mailnesia.com mailnull.com mailsac.com minuteinbox.com mintemail.com moakt.com
  mohmal.com mytemp.email mytrashmail.com nada.email nospam.ze.tc pokemail.net sharklasers.com spam4.me
  spambog.com spambox.us spamex.com spamgourmet.com temp-mail.io temp-mail.org tempail.com tempinbox.com
  tempmail.dev tempmail.net tempmail.plus tempmailo.com tempr.email throwaway.email throwawaymail.com
  trash-mail.com trash-mail.de trashmail.com trashmail.de trashmail.io trashmail.me trashmail.net trbvm.com
  wegwerfemail.de wegwerfmail.de wegwerfmail.net wegwerfmail.org yopmail.com yopmail.fr yopmail.net`.split(
    /\s+/,
  ),
)

/** Whether a normalised address is of a service that lends addresses: its domain, or one above it. */
export function isThrowAway(address: string): boolean {
  const labels = address.slice(address.lastIndexOf('@') + 1).split('.')
  return labels.some((_, index) => DOMAINS.has(labels.slice(index).join('.')))
}
