package muster.nightly;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the sources tell of things done to, offered to or found in a child, each as a line in plain words: contacts,
 * screens, doses. The organisation is left out for a restricted child (SG-05).
 */
final class ToldEvents {

    private final JdbcClient database;

    ToldEvents(JdbcClient database) {
        this.database = database;
    }

    /**
     * The lines of one child as known at the night that is read, by date.
     *
     * @param child key of the child
     * @param restricted whether organisations stay unsaid
     */
    List<String> of(long child, boolean restricted) {
        return database.sql("""
                        select coalesce(event.event_date::text, 'no date') || '  '
                            || case event.kind
                                when 'HVRV' then coalesce(activity.meaning, 'Health visiting contact')
                                when 'NBSS' then 'Blood spot, ' || coalesce(condition.meaning, event.element)
                                when 'NHSP' then 'Newborn hearing, ' || lower(event.element)
                                when 'NIPE' then coalesce(screen.meaning, 'Physical examination') || ', '
                                    || case when event.element = 'BCG' then 'tuberculosis risk'
                                        else lower(coalesce(component.meaning, event.element)) end
                                when 'VACC' then 'Vaccination, ' || coalesce(programme.meaning, event.event_code)
                                when 'FEED' then 'Infant feeding'
                                when 'ASMT' then concat_ws(' ', 'Assessment', event.event_code)
                                when 'NCMP' then 'Child measurement'
                                else event.kind
                            end
                            || coalesce(': ' || coalesce(bcg.meaning, status.meaning, hearing.meaning, physical.meaning,
                                history.meaning, offer.meaning,
                                case when event.outcome_code = 'COMPLETED' then 'Done' else event.outcome_code end), '')
                            || coalesce(' (' || lower(attendance.meaning) || ')', '')
                            || coalesce(', ' || lower(mechanism.meaning), '')
                            || coalesce(', offered ' || event.offer_date, '')
                            || coalesce(', sample ' || nullif(event.sequence_number, 1), '')
                            || coalesce(', result ' || event.result_date, '')
                            || case when event.withdrawn then ', taken back' else '' end
                            || case when :restricted then ''
                                else coalesce(', at ' || event.performing_organisation, '') end
                            || ', told by ' || record.feed
                            || case when link.method = 'SOURCE_HISTORY' then ', filed by its source' else '' end
                        from identity.link as link
                        inner join register.event as event on event.record_key = link.record_key
                        inner join register.record as record on record.record_key = link.record_key
                        left join definition.hv_activity as activity
                            on event.kind = 'HVRV' and activity.code = event.event_code
                        left join definition.blood_spot_condition as condition
                            on event.kind = 'NBSS' and condition.code = event.element
                        left join definition.history_screen as screen
                            on screen.kind = event.kind and screen.code = event.event_code
                        left join definition.nipe_component as component
                            on event.kind = 'NIPE' and component.code = event.element
                        left join definition.programme as programme on programme.code = event.programme
                        left join definition.blood_spot_status as status
                            on event.outcome_code_scheme = 'NBS' and status.code = event.outcome_code
                        left join definition.bcg_eligibility as bcg
                            on event.element = 'BCG' and bcg.code = event.outcome_code
                        left join definition.hearing_outcome as hearing
                            on event.kind = 'NHSP' and hearing.code = event.outcome_code
                        left join definition.nipe_outcome as physical
                            on event.kind = 'NIPE' and physical.code = event.outcome_code
                        left join definition.history_outcome as history
                            on event.outcome_code_scheme in ('HISTORY', 'LOCAL') and history.code = event.outcome_code
                        left join definition.offer_outcome as offer
                            on event.outcome_code_scheme = 'OFFER' and offer.code = event.outcome_code
                        left join definition.attendance_status as attendance
                            on attendance.code = event.attendance_status and event.kind = 'HVRV'
                        left join definition.consultation_mechanism as mechanism
                            on mechanism.code = event.consultation_mechanism and event.kind = 'HVRV'
                        where link.child_key = :child
                        order by event.event_date, event.kind, condition.position, component.position, event.element,
                            event.record_key
                        """)
                .param("child", child)
                .param("restricted", restricted)
                .query(String.class)
                .list();
    }
}
