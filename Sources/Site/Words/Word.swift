/// The words that Swift places; the theme has them in `strings.en.yml` and `strings.fr.yml`.
/// Templates may use further keys as `{{t.key}}`.
enum Word: String, CaseIterable, Sendable {
  case activitiesCaption, activitiesNaming, activitiesNone, activitiesOf, activitiesTitle
  case activityDecisions, activityIndicators, activityKind, activityMilestone
  case activityNames, activityNoIndicator, amendmentEffective, amendmentNotified
  case bodiesFocalPoints, bodiesLede, bodiesList, bodiesNameTranslated, bodiesTitle
  case chartAsTable, chartSource, chartVersion, choiceEnter
  case combinationChange, combinationCumulative, combinationSnapshot, combinationStage
  case combinationSum
  case confidentialityChecked, confidentialityHow, confidentialityLede, confidentialityNoTables
  case confidentialityRemoval, confidentialityRemovalHow, confidentialityRules
  case confidentialityTables, confidentialityTablesCaption, confidentialityTitle
  case confidentialityWhy, confidentialityWithheld
  case decisionCarriedOver, decisionConcerns, decisionDone, decisionDue, decisionDueDate
  case decisionNewDue, decisionNoDue, decisionOpen, decisionOverdue, decisionOwners
  case decisionReplaced, decisionReplacedBy, decisionTaken, decisionWithdrawn
  case decisionsAsOf, decisionsCarriedOver, decisionsDone, decisionsOpen, decisionsOverdue
  case decisionsReplaced, decisionsTitle, decisionsWithdrawn
  case demonstrationShort, directionContext, directionDown, directionUp
  case filesChart, filtersAll, filtersBody, filtersLabel, filtersObjective, filtersStatus
  case filtersView, footerContent, footerData, footerLicence, footerProblem, footerRelease
  case fundingTitle, fundingLede, fundingNone, fundingTables
  case glossaryLede, glossaryNoDefinition, glossaryTitle
  case historyDecision, historyLede, historyNothing, historyTitle
  case homeAllActivities, homeAllDecisions, homeDecisions, homeNothingNew, homeRelease
  case homeWhatIsAwaited
  case indicatorCitation, indicatorNoBreakdowns, meetingDecisionsNow
  case indicatorActual, indicatorBaseline, indicatorBaselineNotSet, indicatorNoFigure
  case indicatorPublishedFigures, indicatorReadInContext, indicatorResultsCaption
  case indicatorTarget, indicatorTargetNotSet, indicatorsTitle
  case markAwaiting, markEstimated, markHidden, markHiddenLong, markHiddenAmount,
    markHiddenAmountLong, markHiddenRules
  case markNotApplicable, markNotAvailable, markNotYetDue, markProvisional, markRevised
  case matrixCaption, matrixFully, matrixLede, matrixPartly, matrixTitle, matrixUncovered
  case navAccessibility, navActivities, navAlphabet, navBodies, navChanges, navConfidentiality
  case navData, navDecisions, navGlossary, navHome, navIndicators, navMeetings, navPartnership
  case navReports, navSearch, navSiteMap, navTimeline, navTrail
  case objectiveActivities, objectiveAnnexWording, objectiveNoActivities, objectiveNoDecisions
  case objectiveNoIndicators, obligationsTitle
  case partnershipAmendments, partnershipParticipants, partnershipSigned
  case partnershipText, partnershipTitle, partnershipYears
  case progressAtBaseline, progressBehind, progressMethodLink, progressNear, progressOnTheWay
  case progressReached
  case provenanceNone, reportFigureMissing
  case provenanceDataset, provenanceMethod, provenanceNature, provenanceRelease, provenanceRevision
  case provenanceRule, provenanceSource, provenanceVersion
  case relatedActivities, relatedDecisions, relatedPartly
  case ruleComplementary, ruleExact, ruleTotalsExact, tableCounts, ruleNever, ruleRelaxed,
    ruleZerosHidden, ruleZerosShown
  case sheetCode, sheetCombination, sheetConfidentiality, sheetDirection, sheetLevel
  case sheetLevelAnnex, sheetLevelCommittee, sheetNotSet, sheetUnit
  case tableActivity, tableAll, tableCells, tableClass, tableHidden, tableIndicators, tableSeries
  case tableStatus, tableTable, tableText, tableTotal, tableYear
  case translationMarker, translationWorkingTitle
  case withheldFinestGeography, withheldForbiddenCrossing, withheldHiddenShare
  case withheldMaximumCrossing, withheldNotPublished
  case meetingsTitle, meetingChair, meetingPresent
  case meetingDocuments, meetingState, meetingDraft, meetingAdopted, meetingDecisions
  case meetingPending, pagePending, meetingFootnotes, taskDone, taskOpen
  case obligationsLede, obligationsCaption, obligationSection, obligationExpected
  case obligationState, obligationEvidence, obligationMet, obligationDue, obligationNotMet
  case obligationNotCalledFor, obligationCannotBeTold
  case reportingTitle, reportingCaption, reportingOwedBy, reportingSince, reportingUnknownBody
  case reportsTitle, reportsLede, reportsNone, reportTitle, reportNarrative
  case reportRecommendations, reportSustainability, reportImprovement, reportData
  case reportDataCaption, reportMeeting, reportNoMeeting, reportRecommendationsNone
  case reportSustainabilityNone, reportImprovementNone, reportPrint
  case dataTitle, dataLede, dataFiles, dataFilesCaption, dataFormat, dataMethod, dataMethodText
  case dataDemonstration, dataDemonstrationText, dataMarks, dataMarksText, dataLicence
  case timelineTitle, timelineLede, timelineSigned, timelineEffective, timelineEnd
  case timelineAmendment
  case changesTitle, changesLede, changesNone
  case reportNarrativeNone
  case searchTitle, searchLede, searchLabel, searchNone, searchNoScript, searchOne, searchMany
  case alphabetTitle, alphabetLede, siteMapTitle, siteMapLede
  case accessibilityTitle, accessibilityText, accessibilityCompat, accessibilityContact
  case notFoundTitle, notFoundText

  /// Keys that are put together from a code of the content: `sheet.unit`, `contact.email`,
  /// `series.funding-committed`.
  static let families = ["sheet.", "contact.", "series."]
}
