import type { artefacts as english } from '../en/artefacts.ts'

export const artefacts: typeof english = {
  profileDescription: (organisation) =>
    `Ajustes de ${organisation} y un icono con el que se indica que están instalados.`,
  confirmLabel: (_organisation) => 'Finalizar',
  consent: (organisation) =>
    `Este perfil instala los ajustes de ${organisation} en este dispositivo. Puede quitarlo en cualquier momento en Ajustes; lo que trajo desaparece con él.`,
}
