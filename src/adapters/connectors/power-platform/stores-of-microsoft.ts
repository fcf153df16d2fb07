import type { Connector } from "../connector.js";

/** What else Microsoft 365, Dataverse and Dynamics offer; operation names as the connectors publish them. */
export const storesOfMicrosoft: readonly Connector[] = [
  {
    id: "dataverse",
    title: "Microsoft Dataverse",
    aliases: "commondataservice commondataserviceforapps dynamicscrmonline",
    role: "system-of-record",
    tier: "premium",
    does: {
      read: `PerformUnboundAction/searchquery PerformUnboundActionWithOrganization/searchquery ListRecords ListRecordsWithOrganization GetItem GetItemWithOrganization GetItems GetItems_V2 GetItem_V2 GetEntityFileImageFieldContent
        GetEntityFileImageFieldContentWithOrganization GetRelevantRows SearchRows GetRelatedRecords SubscribeWebhookTrigger
        SubscribeWebhookTriggerWithOrganization BusinessEventsTrigger GetOnNewItems GetOnNewItems_V2 GetOnUpdatedItems GetOnUpdatedItems_V2
        GetOnDeletedItems GetOnDeletedItems_V2 GetDataSets GetTables GetMetadataForGetEntity`,
      create: "CreateRecord CreateRecordWithOrganization PostItem PostItem_V2",
      change: `UpdateRecord UpdateRecordWithOrganization UpdateOnlyRecord UpdateOnlyRecordWithOrganization PatchItem PatchItem_V2 AssociateEntities
        AssociateEntitiesWithOrganization DisassociateEntities DisassociateEntitiesWithOrganization UpdateEntityFileImageFieldContent
        UpdateEntityFileImageFieldContentWithOrganization ExecuteChangeset`,
      delete: "DeleteRecord DeleteRecordWithOrganization DeleteItem DeleteItem_V2",
      run: "PerformUnboundAction PerformUnboundActionWithOrganization PerformBoundAction PerformBoundActionWithOrganization",
    },
  },
  {
    id: "sharepointonline",
    title: "SharePoint",
    role: "system-of-record",
    tier: "standard",
    does: {
      read: `GetItems GetItem GetItemChanges GetItemAttachments GetItemAttachment GetAttachmentContent GetFileItem GetFileItems GetFileContent
        GetFileContentByPath GetFileMetadata GetFileMetadataByPath ListFolder ListRootFolder GetFolderMetadata GetFolderMetadataByPath
        ListAllLists GetAllTables GetTables GetTableViews GetListViews GetOnNewItems GetOnUpdatedItems GetOnNewFileItems GetOnUpdatedFileItems
        GetOnDeletedItems GetOnDeletedFileItems OnNewFile OnNewFileInFolder OnUpdatedFile GetOnUpdatedFileClassifiedTimes OnFilePropertiesChanged
        ForASelectedFileHybridTrigger ForASelectedItemHybridTrigger ForASelectedFileTrigger ForASelectedItemTrigger SearchForUser GetRoles
        GetHubSiteJoinApprovals`,
      create: `PostItem CreateFile CreateNewFolder CreateAttachment CopyFile CopyFileAsync CopyFolderAsync ExtractFolder_V2 ExtractFolder
        CreateNewDocumentSet AddAttachment`,
      change: `PatchItem PatchFileItem UpdateFile MoveFile MoveFileAsync MoveFolderAsync CheckInFile CheckOutFile DiscardFileCheckOut
        SetApprovalStatus PatchFileItemWithPredictedValues ApproveHubSiteJoin`,
      delete: "DeleteItem DeleteFile DeleteAttachment",
      grant: "CreateSharingLink GrantAccess StopSharing ShareItem UnshareItem",
      request: "HttpRequest",
    },
  },
  {
    id: "office365users",
    title: "Office 365 Users",
    role: "system-of-record",
    tier: "standard",
    does: {
      read: `MyProfile MyProfile_V2 UserProfile UserProfile_V2 Manager Manager_V2 DirectReports DirectReports_V2 SearchUser SearchUserV2 UserPhoto UserPhoto_V2
        UserPhotoMetadata MyTrendingDocuments TrendingDocuments RelevantPeople`,
      change: "UpdateMyProfile UpdateMyPhoto",
      request: "HttpRequest",
    },
  },
  {
    id: "office365groups",
    title: "Office 365 Groups",
    role: "system-of-record",
    tier: "standard",
    power: "administration",
    does: {
      read: `ListGroups ListOwnedGroups ListOwnedGroups_V2 ListOwnedGroups_V3 ListGroupMembers OnGroupMembershipChange OnNewEvent ListDeletedGroups
        ListDeletedGroupsByOwner`,
      create: "CreateCalendarEvent CreateCalendarEventV2",
      change: "UpdateCalendarEvent RestoreDeletedGroup",
      delete: "CalendarDeleteItem CalendarDeleteItem_V2 RemoveMemberFromGroup",
      grant: "AddMemberToGroup",
      request: "HttpRequest HttpRequestV2",
    },
  },
  {
    id: "azuread",
    title: "Microsoft Entra ID",
    role: "system-of-record",
    tier: "premium",
    power: "administration",
    does: {
      read: "GetUser GetGroup GetGroupMembers GetMemberGroups CheckMemberGroups CheckMemberGroupsV2 GetMemberGroupsV2",
      create: "CreateUser CreateGroup CreateSecurityGroup CreateOffice365Group",
      change: "UpdateUser RefreshTokens AssignManager SetUserManager",
      delete: "RemoveMemberFromGroup DeleteUser DeleteGroup",
      grant: "AddUserToGroup AssignUser",
    },
  },
  {
    id: "planner",
    title: "Planner",
    role: "system-of-record",
    tier: "standard",
    does: {
      read: `ListTasks ListTasks_V2 ListTasks_V3 ListMyTasks ListMyTasks_V2 GetTask GetTask_V2 GetTaskDetails GetTaskDetails_V2 ListBuckets ListBuckets_V3
        ListPlans ListGroupPlans ListMyPlans GetPlanDetails OnNewTask_V2 OnNewTask_V3 OnTaskAssignedToMe OnTaskCompleted OnTaskCompleted_V3`,
      create: "CreateTask CreateTask_V2 CreateTask_V3 CreateTask_V4 CreateBucket CreateBucket_V2 CreatePlan",
      change:
        "UpdateTask UpdateTask_V2 UpdateTask_V3 UpdateTaskDetails UpdateTaskDetails_V2 AppendTaskAssignees RemoveTaskAssignees AddTaskAssignees UpdatePlanDetails",
      delete: "DeleteTask",
    },
  },
  {
    id: "todo",
    title: "Microsoft To Do",
    role: "system-of-record",
    tier: "standard",
    does: {
      read: "ListToDosByFolderV2 ListToDosByFolder GetAllTodoLists GetAllTodoListsV2 GetToDo GetToDoV2 OnNewToDoInFolder OnNewToDoInFolderV2 GetTodoListV2",
      create: "CreateToDo CreateToDoV2 CreateToDoV3 CreateToDoList CreateToDoListV2",
      change: "UpdateToDo UpdateToDoV2 UpdateToDoList",
      delete: "DeleteToDo DeleteToDoV2",
    },
  },
  {
    id: "onedriveforbusiness",
    title: "OneDrive for Business",
    role: "system-of-record",
    tier: "standard",
    does: {
      read: `GetFileContent GetFileContentByPath GetFileMetadata GetFileMetadataByPath GetFileThumbnail ListFolder ListFolderV2 ListRootFolder FindFiles
        FindFilesByPath ConvertFile ConvertFileByPath OnNewFile OnNewFileV2 OnNewFilesV2 OnUpdatedFile OnUpdatedFileV2 OnUpdatedFilesV2
        ForASelectedFileHybridTrigger`,
      create:
        "CreateFile CreateFile_V2 CopyDriveFile CopyDriveFileByPath CopyFile ExtractFolder ExtractFolderV2 UploadFileFromUrl",
      change: "UpdateFile MoveFile MoveFileByPath",
      delete: "DeleteFile",
      grant: "CreateShareLink CreateShareLinkV2 CreateShareLinkByPath CreateShareLinkByPath_V2",
    },
  },
  {
    id: "onedrive",
    title: "OneDrive",
    role: "system-of-record",
    tier: "standard",
    does: {
      read: "GetFileContent GetFileContentByPath GetFileMetadata ListFolder ListRootFolder OnNewFile OnUpdatedFile FindFiles",
      create: "CreateFile CopyFile UploadFile",
      change: "UpdateFile MoveFile",
      delete: "DeleteFile",
      grant: "CreateShareLink CreateShareLinkByPath",
    },
  },
  {
    id: "excelonlinebusiness",
    title: "Excel Online (Business)",
    role: "system-of-record",
    tier: "standard",
    does: {
      read: "GetItem GetItems GetTables GetTables_V2 GetAllWorksheets GetWorksheets OnRowSelected ForASelectedRowHybridTrigger",
      create: "AddRowV2 AddRow PostItem CreateTable CreateWorksheet CreateIdColumn AddKeyColumn",
      change: "PatchItem",
      delete: "DeleteItem",
      run: "RunScriptProd RunScript RunScriptProdV2 RunScriptFromSharePoint RunScriptProdFromSharePoint",
    },
  },
  {
    id: "excelonline",
    title: "Excel Online (OneDrive)",
    role: "system-of-record",
    tier: "standard",
    does: {
      read: "GetItem GetItems GetTables GetAllWorksheets",
      create: "AddRow PostItem CreateTable CreateWorksheet",
      change: "PatchItem",
      delete: "DeleteItem",
    },
  },
  {
    id: "microsoftforms",
    title: "Microsoft Forms",
    role: "system-of-record",
    tier: "standard",
    does: { read: "CreateFormWebhook GetFormResponseById GetFormDetailsById GetForms GetMyForms GetTemporaryForm" },
  },
  {
    id: "onenote",
    title: "OneNote (Business)",
    role: "system-of-record",
    tier: "standard",
    does: {
      read: "GetNotebooks GetSectionsInNotebook GetPagesInSection GetPageContent OnNewPageInSection OnNewSection",
      create: "CreatePage CreatePageInSection CreatePageInQuickNotes CreateSection",
      change: "UpdatePage",
      delete: "DeletePage",
    },
  },
  {
    id: "shifts",
    title: "Shifts for Microsoft Teams",
    role: "system-of-record",
    tier: "standard",
    does: {
      read: "GetSchedule ListShifts GetShift ListOpenShifts ListTimesOff",
      create: "CreateShift CreateOpenShift",
      change: "UpdateShift",
      delete: "DeleteShift",
    },
  },
  {
    id: "bookings",
    title: "Microsoft Bookings",
    aliases: "microsoftbookings",
    role: "system-of-record",
    tier: "standard",
  },
  {
    id: "project",
    title: "Microsoft Project Online",
    aliases: "projectonline",
    role: "system-of-record",
    tier: "premium",
  },
  {
    id: "dynamicsax",
    title: "Dynamics 365 Finance and Operations",
    aliases: "fin_opsapps",
    role: "system-of-record",
    tier: "premium",
  },
  {
    id: "dynamicssmbsaas",
    title: "Dynamics 365 Business Central",
    role: "system-of-record",
    tier: "premium",
    does: {
      read: "ListItemsV3 GetItemV3 GetOnNewItemsV3 GetOnUpdatedItemsV3",
      create: "PostItemV3",
      change: "PatchItemV3",
      delete: "DeleteItemV3",
    },
  },
  {
    id: "powerbi",
    title: "Power BI",
    role: "system-of-record",
    tier: "standard",
    does: {
      read: "ExecuteDatasetQuery GetGroups GetDatasets OnDataAlert ExportToFileInGroup",
      run: "RefreshDataset",
      create: "AddRowsToPushDataset",
    },
  },
  {
    id: "visualstudioteamservices",
    title: "Azure DevOps",
    role: "system-of-record",
    tier: "premium",
    does: { request: "HttpRequest" },
  },
  {
    id: "webcontents",
    title: "HTTP with Microsoft Entra ID (preauthorized)",
    aliases: "webcontentsv2",
    role: "system-of-record",
    tier: "premium",
    does: { request: "InvokeHttp", read: "GetFileContent" },
  },
];
