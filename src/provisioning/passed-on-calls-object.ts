import { DurableObject } from 'cloudflare:workers'
import type { ProvisionSessionCalls } from '../referee/index.ts'
import { checkBindings } from '../runtime/bindings.ts'
import { SessionDesk } from './desk.ts'
import * as deviceCalls from './device-calls.ts'
import * as invitationCalls from './invitation-calls.ts'
import { closeAllSockets } from './sockets.ts'

/** What a call takes. */
type Calls<Name extends keyof ProvisionSessionCalls> = Parameters<ProvisionSessionCalls[Name]>[0]

/** The calls of a provision session that are passed on as they are: about invitations, and about devices later. */
export class PassedOnCalls extends DurableObject {
  protected readonly desk: SessionDesk

  constructor(state: DurableObjectState, env: object) {
    super(state, env as never)
    this.desk = new SessionDesk(state, checkBindings(env))
  }

  issueInvitation(input: Calls<'issueInvitation'>): ReturnType<ProvisionSessionCalls['issueInvitation']> {
    return invitationCalls.issueInvitation(this.desk, input)
  }

  showInvitation(invitationId: string): ReturnType<ProvisionSessionCalls['showInvitation']> {
    return invitationCalls.showInvitation(this.desk, invitationId)
  }

  livingInvitation(): ReturnType<ProvisionSessionCalls['livingInvitation']> {
    return invitationCalls.livingInvitation(this.desk)
  }

  deactivateInvitation(
    input: Calls<'deactivateInvitation'>,
  ): ReturnType<ProvisionSessionCalls['deactivateInvitation']> {
    return invitationCalls.deactivateInvitation(this.desk, input)
  }

  renewInvitationPin(
    input: Calls<'renewInvitationPin'>,
  ): ReturnType<ProvisionSessionCalls['renewInvitationPin']> {
    return invitationCalls.renewInvitationPin(this.desk, input)
  }

  inspectInvitation(
    input: Calls<'inspectInvitation'>,
  ): ReturnType<ProvisionSessionCalls['inspectInvitation']> {
    return invitationCalls.inspectInvitation(this.desk, input)
  }

  openInvitation(input: Calls<'openInvitation'>): ReturnType<ProvisionSessionCalls['openInvitation']> {
    return invitationCalls.openInvitation(this.desk, input)
  }

  endDevice(input: Calls<'endDevice'>): ReturnType<ProvisionSessionCalls['endDevice']> {
    return deviceCalls.endDevice(this.desk, input)
  }

  setOwnership(input: Calls<'setOwnership'>): ReturnType<ProvisionSessionCalls['setOwnership']> {
    return deviceCalls.setOwnership(this.desk, input)
  }

  issuePasscodeReset(
    input: Calls<'issuePasscodeReset'>,
  ): ReturnType<ProvisionSessionCalls['issuePasscodeReset']> {
    return deviceCalls.issuePasscodeReset(this.desk, input)
  }

  showPasscodeReset(
    input: Calls<'showPasscodeReset'>,
  ): ReturnType<ProvisionSessionCalls['showPasscodeReset']> {
    return deviceCalls.showPasscodeReset(this.desk, input)
  }

  usePasscodeReset(input: Calls<'usePasscodeReset'>): ReturnType<ProvisionSessionCalls['usePasscodeReset']> {
    return deviceCalls.usePasscodeReset(this.desk, input)
  }

  announce(input: Calls<'announce'>): Promise<void> {
    return deviceCalls.announce(this.desk, input)
  }

  resealCodes(): ReturnType<ProvisionSessionCalls['resealCodes']> {
    return deviceCalls.resealCodes(this.desk)
  }

  replay(input: Calls<'replay'>): ReturnType<ProvisionSessionCalls['replay']> {
    return deviceCalls.replay(this.desk, input)
  }

  closeAccount(input: Calls<'closeAccount'>): ReturnType<ProvisionSessionCalls['closeAccount']> {
    closeAllSockets(this.ctx)
    return deviceCalls.closeAccount(this.desk, input)
  }
}
