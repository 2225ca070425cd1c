"""Who may call which address: one line each, written by hand and compared with what the application does.

A quản trị · D soạn thảo · L lãnh đạo · C văn thư · M đơn vị · R lễ tân; "public" needs no account.
"""

from campaign.glossary import Role

LETTERS = {
    "A": Role.ADMIN,
    "D": Role.DRAFTER,
    "L": Role.LEADER,
    "C": Role.CLERK,
    "M": Role.MEMBER,
    "R": Role.RECEPTION,
}

_ROWS = """
static                               public
health                               public

people.add_usual_units               AD----
people.confirm_days_off              AD-C--
people.delete_day_off                AD-C--
people.delete_signer                 A-----
people.delete_unit                   AD----
people.edit_agency                   A-----
people.edit_day_off                  AD-C--
people.edit_signer                   A-----
people.edit_unit                     AD----
people.edit_user                     A-----
people.export_units                  ADLC--
people.list_agencies                 ADLC--
people.list_days_off                 ADLC--
people.list_units                    ADLC--
people.list_users                    A-----
people.move_signer                   A-----
people.move_unit                     AD----
people.new_agency                    A-----
people.new_days_off                  AD-C--
people.new_signer                    A-----
people.new_unit                      AD----
people.new_user                      A-----
people.reset_password                A-----
people.set_due_shift                 AD-C--
people.show_account                  ADLCMR
people.show_agency                   ADLC--
people.show_letterhead               A-----
people.sign_in                       public
people.sign_out                      public

overview.show_campaign               ADLCMR
overview.show_history                ADLC--
overview.show_home                   ADLCMR
overview.show_timeline               ADLCM-

mailing.call_off_message             AD----
mailing.list_messages                ADLC--
mailing.resend_message               AD----
mailing.settle_message               AD----
mailing.show_message                 ADLC--

campaigns.delete_campaign            AD----
campaigns.edit_campaign              AD----
campaigns.list_campaigns             ADLCMR
campaigns.new_campaign               AD----
campaigns.restore_campaign           AD----

ceremonies.delete_ceremony           AD----
ceremonies.delete_item               AD----
ceremonies.edit_ceremony             AD----
ceremonies.edit_item                 AD----
ceremonies.move_item                 AD----
ceremonies.new_ceremony              AD----
ceremonies.new_item                  AD----
ceremonies.show_ceremonies           ADLCMR
ceremonies.show_ceremony             ADLCMR
ceremonies.show_programme            ADLCMR
ceremonies.start_programme           AD----

blueprints.add_usual                 AD----
blueprints.delete_blueprint          AD----
blueprints.delete_task               AD----
blueprints.edit_blueprint            AD----
blueprints.edit_task                 AD----
blueprints.list_blueprints           AD----
blueprints.move_task                 AD----
blueprints.new_blueprint             AD----
blueprints.new_task                  AD----
blueprints.restore_blueprint         AD----
blueprints.save_as_blueprint         AD----
blueprints.show_blueprint            AD----
blueprints.use_blueprint             AD----

rescheduling.choose                  AD----
rescheduling.move                    AD----
rescheduling.undo                    AD----

packets.download_calendar            public
packets.download_evidence            public
packets.list_packets                 AD----
packets.make_packet                  AD----
packets.revoke_packet                AD----
packets.say                          public
packets.show_packet                  public
packets.show_task                    public

tasks.change_tasks                   AD----
tasks.delete_task                    AD----
tasks.edit_task                      AD----
tasks.export_tasks                   ADLCM-
tasks.list_tasks                     ADLCM-
tasks.move_task                      AD----
tasks.new_task                       AD----
tasks.download_evidence              ADLCM-
tasks.download_faults                AD----
tasks.download_sample                AD----
tasks.import_tasks                   AD----
tasks.review_import                  AD----
tasks.set_columns                    AD----
tasks.say                            ADL-M-
tasks.show_task                      ADLCM-
tasks.restore_task                   AD----

delegates.add_usual_groups           AD----
delegates.count_attended             AD---R
delegates.delete_delegate            AD----
delegates.delete_group               AD----
delegates.edit_delegate              AD----
delegates.edit_group                 AD----
delegates.export_delegates           ADLC-R
delegates.list_delegates             ADLC-R
delegates.move_delegate              AD----
delegates.move_group                 AD----
delegates.new_delegate               AD----
delegates.new_group                  AD----
delegates.paste_delegates            AD----
delegates.restore_delegate           AD----
delegates.show_attendance            AD---R

service_days.delete_procedure        AD----
service_days.delete_service_day      AD----
service_days.edit_procedure          AD----
service_days.edit_service_day        AD----
service_days.list_service_days       ADLC--
service_days.move_procedure          AD----
service_days.move_service_day        AD----
service_days.new_procedure           AD----
service_days.new_service_day         AD----

publicity.delete_activity            AD----
publicity.edit_activity              AD----
publicity.list_activities            ADLC--
publicity.move_activity              AD----
publicity.new_activity               AD----

documents.approve_document           A-L---
documents.copy_document              AD-C--
documents.delete_basis               AD-C--
documents.delete_document            AD-C--
documents.delete_section             AD-C--
documents.download_annex             ADLC--
documents.download_document          ADLC--
documents.download_loose_annex       ADLC--
documents.download_pdf               ADLC--
documents.download_progress          ADLCM-
documents.download_script            ADLC--
documents.download_task_register     ADLC--
documents.download_task_sheet        ADLC--
documents.download_task_sheets       ADLC--
documents.show_progress              ADLCM-
documents.edit_basis                 AD-C--
documents.edit_document              AD-C--
documents.edit_parties               AD-C--
documents.edit_section               AD-C--
documents.export_documents           ADLC--
documents.list_documents             ADLC--
documents.move_basis                 AD-C--
documents.move_section               AD-C--
documents.new_basis                  AD-C--
documents.new_document               AD-C--
documents.new_section                AD-C--
documents.preview_document           ADLC--
documents.preview_parties            AD-C--
documents.restore_document           AD-C--
documents.show_document              ADLC--

checking.check_document              ADLC--
checking.check_file                  ADLC--
checking.download_mended             ADLC--
checking.issue_document              A--C--
checking.show_findings               ADLC--

reading.download_original            ADLC--
reading.forget                       AD----
reading.hand_in                      AD----
reading.preview                      AD----
reading.read_again                   AD----

invitations.download_invitation      ADLC--
invitations.download_print_file      ADLC--
invitations.download_zip             ADLC--
invitations.list_invitations         ADLC--

schedule.ceremony                    ADLCMR
schedule.programme                   ADLCMR
schedule.service_days                ADLC--
schedule.tasks                       ADLCM-

dossier.export                       ADLC--
"""

TABLE = {
    endpoint: roles.replace("-", "") for endpoint, roles in (row.split() for row in _ROWS.splitlines() if row)
}
