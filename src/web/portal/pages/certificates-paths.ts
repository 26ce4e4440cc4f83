export const MY_CERTIFICATES_PATH = '/portal/certificates'

export const removalPath = ({ id }: { id: string }) =>
  `${MY_CERTIFICATES_PATH}/${encodeURIComponent(id)}/delete`
